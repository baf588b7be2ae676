package dev.freshet.sandbox.snowflake.wire;

import com.fasterxml.jackson.databind.JsonNode;
import dev.freshet.sandbox.snowflake.engine.StatementRequest;
import java.util.UUID;

/**
 * {@code POST /queries/v1/query-request}: runs a statement. The answer is its result; or, if the
 * driver asked for that or the statement takes long, where to ask for it.
 */
final class QueryRequest implements Endpoint {

  private final Clients clients;
  private final Statements statements;
  private final Delivery delivery;

  QueryRequest(Clients clients, Statements statements, Delivery delivery) {
    this.clients = clients;
    this.statements = statements;
    this.delivery = delivery;
  }

  @Override
  public Answer answer(Request request) {
    JsonNode body = request.body();
    Statement statement =
        statements.start(
            new Statement(
                clients.of(request),
                request.parameter("requestId").orElseGet(() -> UUID.randomUUID().toString()),
                new StatementRequest(
                    body.path("sqlText").asText(),
                    BindReader.read(body.path("bindings")),
                    body.path("describeOnly").asBoolean()),
                StatementParameters.read(body.path("parameters"))));
    return body.path("asyncExec").asBoolean() ? delivery.later(statement) : delivery.of(statement);
  }
}
