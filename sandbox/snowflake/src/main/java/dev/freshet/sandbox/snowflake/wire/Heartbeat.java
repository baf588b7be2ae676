package dev.freshet.sandbox.snowflake.wire;

/** {@code POST /session/heartbeat}: whether the session is still there. */
final class Heartbeat implements Endpoint {

  private final Clients clients;

  Heartbeat(Clients clients) {
    this.clients = clients;
  }

  @Override
  public Answer answer(Request request) {
    clients.of(request);
    return Answer.nothing();
  }
}
