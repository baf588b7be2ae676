package dev.freshet.sandbox.snowflake.wire;

import com.fasterxml.jackson.databind.JsonNode;
import dev.freshet.sandbox.snowflake.engine.Bind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads bind variables: an object with a member for each, named 1, 2, 3 … */
final class WireBinds {

  private WireBinds() {}

  static List<Bind> read(JsonNode bindings) {
    List<Bind> binds = new ArrayList<>();
    for (int i = 1; bindings.has(Integer.toString(i)); i++) {
      JsonNode bind = bindings.get(Integer.toString(i));
      JsonNode value = bind.path("value");
      List<@Nullable String> values = new ArrayList<>();
      if (value.isArray()) {
        value.forEach(element -> values.add(text(element)));
      } else {
        values.add(text(value));
      }
      binds.add(new Bind(bind.path("type").asText("TEXT"), values, value.isArray()));
    }
    return binds;
  }

  private static @Nullable String text(JsonNode value) {
    return value.isNull() || value.isMissingNode() ? null : value.asText();
  }
}
