package dev.freshet.sandbox.snowflake.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What a driver is answered. Errors, too, are HTTP 200: drivers look at {@code success}.
 *
 * @param code null where all went well
 * @param data writes the value of the field {@code data}
 */
record Answer(boolean success, @Nullable String code, @Nullable String message, Data data) {

  private static final JsonFactory JSON = new ObjectMapper().getFactory();
  private static final int BUFFER_BYTES = 64 * 1024;

  /** Writes one JSON value. */
  interface Data {
    void write(JsonGenerator json) throws IOException;
  }

  static Answer of(Data data) {
    return new Answer(true, null, null, data);
  }

  static Answer nothing() {
    return of(JsonGenerator::writeNull);
  }

  /** A statement is still under way: the driver asks for its result at the URL it is given. */
  static Answer inProgress(String code, String queryId) {
    Data data =
        json -> {
          json.writeStartObject();
          json.writeStringField("queryId", queryId);
          json.writeStringField("getResultUrl", "/queries/" + queryId + "/result");
          json.writeNullField("queryAbortsAfterSecs");
          json.writeEndObject();
        };
    return new Answer(true, code, "Query execution in progress.", data);
  }

  /** An error, of a statement if the query id is not empty. */
  static Answer error(SnowflakeException error, String queryId) {
    Data data =
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
        };
    return new Answer(false, error.code(), error.getMessage(), data);
  }

  void send(HttpExchange exchange, int status) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, 0);
    try (var body = new BufferedOutputStream(exchange.getResponseBody(), BUFFER_BYTES);
        JsonGenerator json = JSON.createGenerator(body)) {
      json.writeStartObject();
      json.writeFieldName("data");
      data.write(json);
      json.writeStringField("code", code);
      json.writeStringField("message", message);
      json.writeBooleanField("success", success);
      json.writeEndObject();
    }
  }
}
