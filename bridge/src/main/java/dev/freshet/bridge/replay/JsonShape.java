package dev.freshet.bridge.replay;

import com.fasterxml.jackson.databind.JsonNode;
import dev.freshet.contract.type.SnowflakeType;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What a value of a type looks like in a JSON record (docs/types.md). */
record JsonShape(Predicate<JsonNode> rule) {
  private static final Pattern DATE = Pattern.compile("[+-]?\\d{4,}-\\d{2}-\\d{2}");
  private static final Pattern TIME = Pattern.compile("\\d{2}:\\d{2}:\\d{2}\\.\\d{9}");
  private static final Pattern INSTANT = Pattern.compile(DATE + "T" + TIME + "Z");
  private static final Pattern HEX = Pattern.compile("([0-9A-F]{2})*");
  private static final Pattern NO_NUMBER = Pattern.compile("NaN|-?Infinity");

  static JsonShape of(SnowflakeType type) {
    return switch (type.json()) {
      case NUMBER -> new JsonShape(JsonNode::isIntegralNumber);
      case DECIMAL_STRING -> text(decimals((SnowflakeType.Fixed) type));
      case STRING, OFFSET_STRING -> new JsonShape(JsonNode::isTextual);
      case BOOLEAN -> new JsonShape(JsonNode::isBoolean);
      case DOUBLE -> new JsonShape(n -> n.isNumber() || matches(NO_NUMBER, n));
      case DATE_STRING -> text(DATE);
      case TIME_STRING -> text(TIME);
      case INSTANT_STRING -> text(INSTANT);
      case HEX_STRING -> text(HEX);
      case VALUE -> new JsonShape(n -> true);
    };
  }

  private static Pattern decimals(SnowflakeType.Fixed type) {
    String decimals = type.scale() == 0 ? "" : "\\.\\d{" + type.scale() + "}";
    return Pattern.compile("-?\\d{1,38}" + decimals);
  }

  private static JsonShape text(Pattern pattern) {
    return new JsonShape(n -> matches(pattern, n));
  }

  private static boolean matches(Pattern pattern, JsonNode node) {
    return node.isTextual() && pattern.matcher(node.textValue()).matches();
  }

  boolean holds(JsonNode node) {
    return rule.test(node);
  }
}
