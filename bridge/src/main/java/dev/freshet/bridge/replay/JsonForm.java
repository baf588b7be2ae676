package dev.freshet.bridge.replay;

import com.fasterxml.jackson.databind.JsonNode;
import dev.freshet.contract.type.SnowflakeType;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** How values of a type stand in a JSON record (docs/formats.md, How a value travels). */
record JsonForm(Predicate<JsonNode> rule) {
  private static final Pattern DATE = Pattern.compile("[+-]?\\d{4,}-\\d{2}-\\d{2}");
  private static final Pattern TIME = Pattern.compile("\\d{2}:\\d{2}:\\d{2}\\.\\d{9}");
  private static final Pattern INSTANT = Pattern.compile(DATE + "T" + TIME + "Z");
  private static final Pattern HEX = Pattern.compile("([0-9A-F]{2})*");
  private static final Pattern NO_NUMBER = Pattern.compile("NaN|-?Infinity");

  static JsonForm of(SnowflakeType type) {
    return switch (type.carrier()) {
      case DECIMAL -> decimal((SnowflakeType.Fixed) type);
      case BOOLEAN -> new JsonForm(JsonNode::isBoolean);
      case DOUBLE -> new JsonForm(n -> n.isNumber() || matches(NO_NUMBER, n));
      case EPOCH_DAY -> text(DATE);
      case NANO_OF_DAY -> text(TIME);
      case EPOCH_NANO -> text(INSTANT);
      case HEX -> text(HEX);
      case TEXT -> new JsonForm(JsonNode::isTextual);
      case JSON_TEXT -> new JsonForm(n -> true);
    };
  }

  private static JsonForm decimal(SnowflakeType.Fixed type) {
    if (type.exactInJson()) {
      return new JsonForm(JsonNode::isIntegralNumber);
    }
    String decimals = type.scale() == 0 ? "" : "\\.\\d{" + type.scale() + "}";
    return text(Pattern.compile("-?\\d{1,38}" + decimals));
  }

  private static JsonForm text(Pattern pattern) {
    return new JsonForm(n -> matches(pattern, n));
  }

  private static boolean matches(Pattern pattern, JsonNode node) {
    return node.isTextual() && pattern.matcher(node.textValue()).matches();
  }

  boolean holds(JsonNode node) {
    return rule.test(node);
  }
}
