package dev.freshet.sandbox.snowflake.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import java.io.IOException;

/** {@code GET /monitoring/queries/<query id>}: how far a statement is. */
final class Monitoring implements Endpoint {

  private final Clients clients;
  private final Statements statements;

  Monitoring(Clients clients, Statements statements) {
    this.clients = clients;
    this.statements = statements;
  }

  @Override
  public Answer answer(Request request) {
    clients.of(request);
    var known = statements.ofQuery(request.segment(2));
    return Answer.of(
        json -> {
          json.writeStartObject();
          json.writeArrayFieldStart("queries");
          if (known.isPresent()) {
            write(json, known.get());
          }
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  private static void write(JsonGenerator json, Statement statement) throws IOException {
    SnowflakeException failure = statement.failure();
    json.writeStartObject();
    json.writeStringField("id", statement.queryId());
    json.writeStringField("status", statement.status().name());
    json.writeStringField("state", statement.status().name());
    json.writeNumberField("sessionId", statement.client().session().id());
    json.writeStringField("errorCode", failure == null ? null : failure.code());
    json.writeStringField("errorMessage", failure == null ? null : failure.getMessage());
    json.writeEndObject();
  }
}
