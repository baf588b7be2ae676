package dev.freshet.sandbox.snowflake.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.core.util.Separators.Spacing;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import org.jspecify.annotations.Nullable;

/** JSON as Snowflake writes it: keys in order; compact in TO_JSON, indented by two in results. */
final class JsonText {

  private static final ObjectMapper MAPPER =
      new ObjectMapper()
          .configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true)
          .configure(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, true)
          .configure(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, true)
          .configure(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES, false);

  private static final ObjectWriter INDENTED =
      MAPPER.writer(
          new DefaultPrettyPrinter(
                  Separators.createDefaultInstance().withObjectFieldValueSpacing(Spacing.AFTER))
              .withObjectIndenter(new DefaultIndenter("  ", "\n"))
              .withArrayIndenter(new DefaultIndenter("  ", "\n")));

  private JsonText() {}

  /** PARSE_JSON: keys in order; fails if the text is no JSON. */
  static String parsed(String text) {
    try {
      Object value = MAPPER.treeToValue(tree(text), Object.class);
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new SnowflakeException("100069", "22P02", "Error parsing JSON: not a JSON document", e);
    }
  }

  /** TRY_PARSE_JSON: NULL if the text is no JSON. */
  static @Nullable String tried(String text) {
    try {
      return parsed(text);
    } catch (SnowflakeException e) {
      return null;
    }
  }

  /** A stored value as a result shows it. */
  static @Nullable String indented(@Nullable String json) {
    if (json == null || !(json.startsWith("{") || json.startsWith("["))) {
      return json;
    }
    try {
      return INDENTED.writeValueAsString(tree(json));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored VARIANT is no JSON", e);
    }
  }

  private static JsonNode tree(String text) throws JsonProcessingException {
    return MAPPER.readTree(text);
  }
}
