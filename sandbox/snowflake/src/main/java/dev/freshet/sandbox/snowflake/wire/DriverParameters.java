package dev.freshet.sandbox.snowflake.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.SessionParameters.Name;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * The parameters a driver is told at login and with every result. Without AUTOCOMMIT drivers fail;
 * without TIMEZONE they take that of Los Angeles; one that Snowpark misses costs it a query.
 */
final class DriverParameters {

  /** Those of the session that drivers act upon. */
  private static final List<Name> OF_SESSION =
      List.of(
          Name.TIMEZONE,
          Name.QUERY_TAG,
          Name.CLIENT_TIMESTAMP_TYPE_MAPPING,
          Name.TIMESTAMP_OUTPUT_FORMAT,
          Name.TIMESTAMP_NTZ_OUTPUT_FORMAT,
          Name.TIMESTAMP_LTZ_OUTPUT_FORMAT,
          Name.TIMESTAMP_TZ_OUTPUT_FORMAT,
          Name.DATE_OUTPUT_FORMAT,
          Name.TIME_OUTPUT_FORMAT,
          Name.BINARY_OUTPUT_FORMAT);

  /** How this server wants its drivers. */
  private static final Map<String, Boolean> SWITCHES =
      Map.of(
          "CLIENT_TELEMETRY_ENABLED", false,
          "CLIENT_SESSION_KEEP_ALIVE", false,
          "SNOWPARK_LAZY_ANALYSIS", true,
          "SNOWPARK_USE_SCOPED_TEMP_OBJECTS", false,
          "SNOWPARK_HIDE_INTERNAL_ALIAS", true);

  private static final Map<String, Integer> NUMBERS =
      Map.of(
          // 0: batches come inline, never through a stage.
          "CLIENT_STAGE_ARRAY_BINDING_THRESHOLD", 0,
          "CLIENT_SESSION_KEEP_ALIVE_HEARTBEAT_FREQUENCY", 3600,
          "CLIENT_RESULT_CHUNK_SIZE", 160,
          "CLIENT_MEMORY_LIMIT", 1536,
          "SNOWPARK_REQUEST_TIMEOUT_IN_SECONDS", 86_400);

  private DriverParameters() {}

  /** Writes the field {@code parameters}. */
  static void write(JsonGenerator json, Session session) throws IOException {
    json.writeArrayFieldStart("parameters");
    flag(json, Name.AUTOCOMMIT.name(), session.parameters().isTrue(Name.AUTOCOMMIT));
    for (Name name : OF_SESSION) {
      text(json, name.name(), session.parameters().get(name));
    }
    text(json, "JDBC_QUERY_RESULT_FORMAT", "JSON");
    text(json, "QUERY_RESULT_FORMAT", "JSON");
    for (var entry : SWITCHES.entrySet()) {
      flag(json, entry.getKey(), entry.getValue());
    }
    for (var entry : NUMBERS.entrySet()) {
      json.writeStartObject();
      json.writeStringField("name", entry.getKey());
      json.writeNumberField("value", entry.getValue());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void text(JsonGenerator json, String name, String value) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", name);
    json.writeStringField("value", value);
    json.writeEndObject();
  }

  private static void flag(JsonGenerator json, String name, boolean value) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", name);
    json.writeBooleanField("value", value);
    json.writeEndObject();
  }
}
