package dev.freshet.sandbox.snowflake.wire;

import dev.freshet.sandbox.snowflake.engine.Sessions;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code POST /session?delete=true}: logout. What the client has under way is stopped, its open
 * transaction rolled back. A client that joined a session leaves it as it is.
 */
final class SessionEnd implements Endpoint {

  private static final Logger LOG = LoggerFactory.getLogger(SessionEnd.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Sessions sessions;
  private final Clients clients;
  private final Statements statements;

  SessionEnd(Sessions sessions, Clients clients, Statements statements) {
    this.sessions = sessions;
    this.clients = clients;
    this.statements = statements;
  }

  @Override
  public Answer answer(Request request) {
    Client client = clients.known(request);
    clients.remove(client);
    statements.cancelAll(client);
    if (client.grant().isEmpty()) {
      awaitIdle(client);
      sessions.end(client.session());
    }
    return Answer.nothing();
  }

  private static void awaitIdle(Client client) {
    try {
      if (!client.awaitIdle(PATIENCE)) {
        LOG.warn("Session {} ends under a statement that did not stop", client.session().id());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
