package dev.freshet.sandbox.snowflake.wire;

import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * The statements under way, and the latest that ended. A request that a driver sends again, because
 * the connection broke, finds the statement it started instead of running it twice. Thread-safe.
 */
final class Statements {

  private static final int KEPT = 1_000;

  private final Executor threads;
  private final Map<String, Statement> byQuery = new LinkedHashMap<>();
  private final Map<String, Statement> byRequest = new LinkedHashMap<>();

  /**
   * @param threads run statements; must not be bounded, since a CALL waits for those of its
   *     procedure
   */
  Statements(Executor threads) {
    this.threads = threads;
  }

  /** Starts a statement, unless the same request has started it before. */
  synchronized Statement start(Statement statement) {
    Statement before = byRequest.putIfAbsent(statement.requestId(), statement);
    if (before != null) {
      return before;
    }
    byQuery.put(statement.queryId(), statement);
    forgetOldest();
    threads.execute(statement);
    return statement;
  }

  /** A statement that was sent; 000709 if it is unknown. */
  Statement sent(String queryId) {
    return ofQuery(queryId)
        .orElseThrow(
            () -> new SnowflakeException("000709", "02000", "Statement " + queryId + " not found"));
  }

  synchronized Optional<Statement> ofQuery(String queryId) {
    return Optional.ofNullable(byQuery.get(queryId));
  }

  synchronized Optional<Statement> ofRequest(String requestId) {
    return Optional.ofNullable(byRequest.get(requestId));
  }

  synchronized List<Statement> underWay() {
    return byQuery.values().stream().filter(s -> s.status() == Statement.Status.RUNNING).toList();
  }

  /** Stops what a client has under way, and what procedures it called have. */
  void cancelAll(Client client) {
    underWay().stream().filter(s -> within(s.client(), client)).forEach(Statement::cancel);
  }

  /** Stops a statement and, should it be a CALL, what its procedure has under way. */
  void cancel(Statement statement) {
    statement.cancel();
    underWay().stream()
        .filter(s -> s.client() != statement.client())
        .filter(s -> within(s.client(), statement.client()))
        .forEach(Statement::cancel);
  }

  /** Whether a client is the other, or has joined the session that is the other's own. */
  private static boolean within(Client client, Client other) {
    return client == other
        || (client.session() == other.session()
            && client.grant().isPresent()
            && other.grant().isEmpty());
  }

  private void forgetOldest() {
    Iterator<Statement> oldest = byQuery.values().iterator();
    while (byQuery.size() > KEPT) {
      Statement statement = oldest.next();
      if (statement.status() == Statement.Status.RUNNING) {
        return;
      }
      oldest.remove();
      byRequest.remove(statement.requestId());
    }
  }
}
