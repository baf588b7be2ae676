package dev.freshet.sandbox.snowflake.wire;

/** {@code POST /queries/v1/abort-request}: stops the statement that a request started. */
final class Abort implements Endpoint {

  private final Clients clients;
  private final Statements statements;

  Abort(Clients clients, Statements statements) {
    this.clients = clients;
    this.statements = statements;
  }

  @Override
  public Answer answer(Request request) {
    Client client = clients.of(request);
    statements
        .ofRequest(request.body().path("requestId").asText())
        .filter(statement -> statement.client() == client)
        .ifPresent(statements::cancel);
    return Answer.nothing();
  }
}
