package dev.freshet.sandbox.snowflake.wire;

import dev.freshet.sandbox.snowflake.engine.Sessions;
import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The clients that are logged in, by their tokens. Thread-safe. */
final class Clients {

  private final Sessions sessions;
  private final Map<String, Client> byToken = new ConcurrentHashMap<>();

  Clients(Sessions sessions) {
    this.sessions = sessions;
  }

  void add(Client client) {
    byToken.put(client.token(), client);
    byToken.put(client.masterToken(), client);
  }

  void remove(Client client) {
    byToken.values().removeIf(client::equals);
  }

  /** Gives a client another session token; the one it had is no longer known. */
  void renew(Client client) {
    byToken.remove(client.token());
    client.renewToken();
    byToken.put(client.token(), client);
  }

  /**
   * The client that sent a request.
   *
   * @throws SnowflakeException 390104 if its token is unknown, 390111 if its session has ended
   */
  Client of(Request request) {
    Client client = known(request);
    boolean revoked = client.grant().filter(grant -> sessions.granted(grant).isEmpty()).isPresent();
    if (revoked || client.session().isGone()) {
      throw client.session().gone();
    }
    return client;
  }

  /** The client that sent a request, though its session may have ended. */
  Client known(Request request) {
    Client client = byToken.get(request.token());
    if (client == null) {
      throw new SnowflakeException(
          "390104",
          "08001",
          "Authentication token is not known to the sandbox. User must login again to access the"
              + " service.");
    }
    return client;
  }
}
