package dev.freshet.sandbox.snowflake.wire;

/** {@code GET /queries/<query id>/result}: the result of a statement sent before. */
final class ResultFetch implements Endpoint {

  private final Clients clients;
  private final Statements statements;
  private final Delivery delivery;

  ResultFetch(Clients clients, Statements statements, Delivery delivery) {
    this.clients = clients;
    this.statements = statements;
    this.delivery = delivery;
  }

  @Override
  public Answer answer(Request request) {
    clients.of(request);
    return delivery.of(statements.sent(request.segment(1)));
  }
}
