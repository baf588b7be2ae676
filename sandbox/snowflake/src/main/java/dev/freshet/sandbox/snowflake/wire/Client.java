package dev.freshet.sandbox.snowflake.wire;

import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * A driver that logged in, known by its tokens, and the session it works in. Most clients have a
 * session of their own; a procedure's client joins that of its CALL by a grant.
 *
 * <p>A client's statements run one after another. Those of a procedure's client run within the
 * CALL, which is a statement of another client: so the lock is the client's, not the session's.
 * Thread-safe.
 */
final class Client {

  private final Session session;
  private final Optional<String> grant;
  private final String masterToken = newToken();
  private final ReentrantLock oneAtATime = new ReentrantLock(true);
  private volatile String token = newToken();

  Client(Session session, Optional<String> grant) {
    this.session = session;
    this.grant = grant;
  }

  Session session() {
    return session;
  }

  /** The one-time password it joined the session with; empty if the session is its own. */
  Optional<String> grant() {
    return grant;
  }

  String token() {
    return token;
  }

  String masterToken() {
    return masterToken;
  }

  void renewToken() {
    token = newToken();
  }

  /** Does something when no statement of this client is under way. */
  <T> T exclusively(Supplier<T> work) {
    try {
      oneAtATime.lockInterruptibly();
    } catch (InterruptedException e) {
      throw new SnowflakeException("000604", "57014", "SQL execution canceled", e);
    }
    try {
      return work.get();
    } finally {
      oneAtATime.unlock();
    }
  }

  /** Waits until no statement is under way; false if one still is after that time. */
  boolean awaitIdle(Duration patience) throws InterruptedException {
    boolean idle = oneAtATime.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS);
    if (idle) {
      oneAtATime.unlock();
    }
    return idle;
  }

  private static String newToken() {
    return UUID.randomUUID().toString();
  }
}
