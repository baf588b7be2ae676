package dev.freshet.sandbox.snowflake.wire;

import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The tokens handed out at login, and the session each stands for. Thread-safe. */
final class Tokens {

  private final Map<String, Login> logins = new ConcurrentHashMap<>();

  /**
   * A login.
   *
   * @param joined whether it works in a session somebody else opened; its logout then ends nothing
   */
  record Login(String token, String masterToken, Session session, boolean joined) {}

  Login add(Session session, boolean joined) {
    Login login =
        new Login(UUID.randomUUID().toString(), UUID.randomUUID().toString(), session, joined);
    logins.put(login.token(), login);
    logins.put(login.masterToken(), login);
    return login;
  }

  Login of(Request request) {
    Login login = request.token().map(logins::get).orElse(null);
    if (login == null) {
      throw new SnowflakeException(
          "390104", "08001", "Authentication token has expired. The user must authenticate again.");
    }
    return login;
  }

  /** The login's session, if it still lives. */
  Session session(Request request) {
    Session session = of(request).session();
    if (session.isGone()) {
      throw session.gone();
    }
    return session;
  }

  Optional<Login> remove(Request request) {
    Optional<Login> login = request.token().map(logins::get);
    login.ifPresent(
        found -> {
          logins.remove(found.token());
          logins.remove(found.masterToken());
        });
    return login;
  }
}
