package dev.freshet.sandbox.snowflake.wire;

import com.fasterxml.jackson.databind.JsonNode;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.SessionParameters;
import dev.freshet.sandbox.snowflake.engine.SessionParameters.Name;
import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Session parameters that come with a statement and hold for it alone, such as Snowpark's
 * QUERY_TAG. Parameters the sandbox does not know (drivers send several) are left out.
 */
record StatementParameters(Map<Name, String> values) {

  static StatementParameters read(JsonNode parameters) {
    Map<Name, String> values = new EnumMap<>(Name.class);
    parameters
        .properties()
        .forEach(
            entry ->
                SessionParameters.find(entry.getKey())
                    .ifPresent(name -> values.put(name, entry.getValue().asText())));
    if (!values.getOrDefault(Name.MULTI_STATEMENT_COUNT, "1").equals("1")) {
      throw SnowflakeException.unsupported(
          "The sandbox runs one statement in a request: send them one by one"
              + " (MULTI_STATEMENT_COUNT must be 1).");
    }
    return new StatementParameters(values);
  }

  /** Runs a statement with them, then puts back what was there before. */
  <T> T during(Session session, Supplier<T> statement) {
    SessionParameters parameters = session.parameters();
    Map<Name, String> before = new EnumMap<>(Name.class);
    values.forEach(
        (name, value) -> {
          before.put(name, parameters.get(name));
          parameters.set(name, value);
        });
    try {
      return statement.get();
    } finally {
      before.forEach(parameters::set);
    }
  }
}
