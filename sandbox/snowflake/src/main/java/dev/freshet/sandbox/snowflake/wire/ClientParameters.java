package dev.freshet.sandbox.snowflake.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.SessionParameters;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The parameters every answer tells the driver: how to show values, what to leave alone. */
final class ClientParameters {

  private static final Map<String, Object> FIXED = new LinkedHashMap<>();

  static {
    FIXED.put("CLIENT_TELEMETRY_ENABLED", false);
    FIXED.put("CLIENT_SESSION_KEEP_ALIVE", false);
    FIXED.put("CLIENT_SESSION_KEEP_ALIVE_HEARTBEAT_FREQUENCY", 3600);
    // Batches come inline; the driver would otherwise upload them to a stage.
    FIXED.put("CLIENT_STAGE_ARRAY_BINDING_THRESHOLD", 0);
    FIXED.put("JDBC_QUERY_RESULT_FORMAT", "JSON");
    FIXED.put("QUERY_RESULT_FORMAT", "JSON");
    FIXED.put("CLIENT_RESULT_CHUNK_SIZE", 160);
    FIXED.put("CLIENT_MEMORY_LIMIT", 1536);
    FIXED.put("SNOWPARK_LAZY_ANALYSIS", true);
    FIXED.put("SNOWPARK_USE_SCOPED_TEMP_OBJECTS", false);
    FIXED.put("SNOWPARK_HIDE_INTERNAL_ALIAS", true);
    FIXED.put("SNOWPARK_REQUEST_TIMEOUT_IN_SECONDS", 86_400);
  }

  private static final SessionParameters.Name[] FROM_SESSION = {
    SessionParameters.Name.TIMEZONE,
    SessionParameters.Name.QUERY_TAG,
    SessionParameters.Name.TIMESTAMP_OUTPUT_FORMAT,
    SessionParameters.Name.TIMESTAMP_NTZ_OUTPUT_FORMAT,
    SessionParameters.Name.TIMESTAMP_LTZ_OUTPUT_FORMAT,
    SessionParameters.Name.TIMESTAMP_TZ_OUTPUT_FORMAT,
    SessionParameters.Name.DATE_OUTPUT_FORMAT,
    SessionParameters.Name.TIME_OUTPUT_FORMAT,
    SessionParameters.Name.BINARY_OUTPUT_FORMAT
  };

  private ClientParameters() {}

  static void write(JsonGenerator json, Session session) throws IOException {
    json.writeStartArray();
    write(json, "AUTOCOMMIT", session.parameters().isTrue(SessionParameters.Name.AUTOCOMMIT));
    for (Map.Entry<String, Object> parameter : FIXED.entrySet()) {
      write(json, parameter.getKey(), parameter.getValue());
    }
    for (SessionParameters.Name name : FROM_SESSION) {
      write(json, name.name(), session.parameters().get(name));
    }
    json.writeEndArray();
  }

  private static void write(JsonGenerator json, String name, Object value) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", name);
    json.writeObjectField("value", value);
    json.writeEndObject();
  }
}
