package dev.freshet.sandbox.snowflake.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import java.io.IOException;

/**
 * What a request is answered: HTTP 200 in all cases, with success or failure inside.
 *
 * @param code null in JSON if empty
 * @param data writes the value of {@code data}
 */
record Answer(boolean success, String code, String message, Data data) {

  /** Writes one JSON value. */
  interface Data {
    void write(JsonGenerator json) throws IOException;
  }

  static final Answer NOTHING = of(JsonGenerator::writeNull);

  static Answer of(Data data) {
    return new Answer(true, "", "", data);
  }

  /** A statement that is still running: the driver asks again at the result's URL. */
  static Answer running(String code, String queryId) {
    return new Answer(
        true,
        code,
        "Query execution in progress.",
        json -> {
          json.writeStartObject();
          json.writeStringField("queryId", queryId);
          json.writeStringField("getResultUrl", "/queries/" + queryId + "/result");
          json.writeNumberField("progressDesc", 0);
          json.writeEndObject();
        });
  }

  static Answer failure(SnowflakeException error, String queryId) {
    return new Answer(
        false,
        error.code(),
        error.getMessage(),
        json -> {
          json.writeStartObject();
          json.writeBooleanField("internalError", false);
          json.writeStringField("errorCode", error.code());
          json.writeStringField("sqlState", error.sqlState());
          json.writeStringField("queryId", queryId);
          json.writeNumberField("line", -1);
          json.writeNumberField("pos", -1);
          json.writeStringField("type", "COMPILATION");
          json.writeEndObject();
        });
  }

  void write(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeFieldName("data");
    data.write(json);
    json.writeStringField("code", code.isEmpty() ? null : code);
    json.writeStringField("message", message.isEmpty() ? null : message);
    json.writeBooleanField("success", success);
    json.writeEndObject();
  }
}
