package dev.freshet.sandbox.snowflake.wire;

import dev.freshet.sandbox.snowflake.engine.Engine;
import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;

/** Which endpoint answers which path. */
final class Routes implements Endpoint {

  private static final Pattern RESULT = Pattern.compile("/queries/[^/]+/result");
  private static final Pattern MONITORING = Pattern.compile("/monitoring/queries/[^/]+");

  /** Drivers are told to send no telemetry; what comes before they know is thrown away. */
  private static final Endpoint TELEMETRY = request -> Answer.nothing();

  private final Map<String, Endpoint> fixed;
  private final Endpoint result;
  private final Endpoint monitoring;

  /**
   * @param patience how long a request waits for its statement
   */
  Routes(Engine engine, Statements statements, Duration patience) {
    Clients clients = new Clients(engine.sessions());
    Delivery delivery = new Delivery(patience);
    result = new ResultFetch(clients, statements, delivery);
    monitoring = new Monitoring(clients, statements);
    fixed =
        Map.of(
            "/session/v1/login-request", new Login(engine, clients),
            "/session/token-request", new TokenRenewal(clients),
            "/session/heartbeat", new Heartbeat(clients),
            "/session", new SessionEnd(engine.sessions(), clients, statements),
            "/queries/v1/query-request", new QueryRequest(clients, statements, delivery),
            "/queries/v1/abort-request", new Abort(clients, statements),
            "/telemetry/send", TELEMETRY,
            "/telemetry/send/sessionless", TELEMETRY);
  }

  @Override
  public Answer answer(Request request) {
    return find(request).answer(request);
  }

  private Endpoint find(Request request) {
    Endpoint endpoint = fixed.get(request.path());
    if (endpoint != null) {
      return endpoint;
    }
    if (RESULT.matcher(request.path()).matches()) {
      return result;
    }
    if (MONITORING.matcher(request.path()).matches()) {
      return monitoring;
    }
    throw SnowflakeException.unsupported(
        "The sandbox has no endpoint "
            + request.method()
            + " "
            + request.path()
            + "; docs/sandbox.md says what it speaks.");
  }
}
