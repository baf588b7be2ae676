package dev.freshet.sandbox.snowflake.wire;

import com.fasterxml.jackson.databind.JsonNode;
import dev.freshet.sandbox.snowflake.engine.Bind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads bind variables: an object whose fields {@code "1"}, {@code "2"} … are the places, each with
 * a type and a value; a batch has an array of values instead.
 */
final class BindReader {

  private BindReader() {}

  /** In the order of their places. */
  static List<Bind> read(JsonNode bindings) {
    return bindings.properties().stream()
        .sorted(Comparator.comparingInt(entry -> Integer.parseInt(entry.getKey())))
        .map(Map.Entry::getValue)
        .map(BindReader::bind)
        .toList();
  }

  private static Bind bind(JsonNode bind) {
    JsonNode value = bind.path("value");
    List<@Nullable String> values = new ArrayList<>();
    if (value.isArray()) {
      value.forEach(each -> values.add(text(each)));
    } else {
      values.add(text(value));
    }
    return new Bind(bind.path("type").asText(), values, value.isArray());
  }

  private static @Nullable String text(JsonNode value) {
    return value.isNull() || value.isMissingNode() ? null : value.asText();
  }
}
