package dev.freshet.sandbox.snowflake.engine;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets one session write at a time, from the first write of its transaction to the end of it; so
 * nobody else commits meanwhile and every statement sees the latest committed rows plus its own.
 * Besides, the holder notes what it has locked as Snowflake understands it: tables it updated,
 * deleted from or merged into, and streams it consumed. Only for these does another session's
 * LOCK_TIMEOUT count.
 *
 * <p>Thread-safe. The lock belongs to a session, not to a thread.
 */
public final class WriterLock {

  private final Duration patience;
  private final Set<Object> locked = new HashSet<>();
  private @Nullable Session holder;

  /** A lock others wait for at most this long if the holder has locked none of what they want. */
  WriterLock(Duration patience) {
    this.patience = patience;
  }

  /** Takes the lock and locks objects; at once if the session holds it already. */
  synchronized void acquire(Session session, Set<?> objects) {
    try {
      awaitTurn(session, objects);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SnowflakeException("000604", "57014", "SQL execution canceled", e);
    }
    holder = session;
    locked.addAll(objects);
  }

  synchronized void release(Session session) {
    if (holder == session) {
      holder = null;
      locked.clear();
      notifyAll();
    }
  }

  private boolean contends(Set<?> objects) {
    return objects.stream().anyMatch(locked::contains);
  }

  private synchronized void awaitTurn(Session session, Set<?> objects) throws InterruptedException {
    long start = System.nanoTime();
    while (holder != null && holder != session) {
      long waited = System.nanoTime() - start;
      long allowed = contends(objects) ? session.lockTimeout().toNanos() : patience.toNanos();
      if (waited >= allowed || session.isGone()) {
        throw refused(session, objects);
      }
      wait(Math.max(1, Math.min((allowed - waited) / 1_000_000, 1_000)));
    }
  }

  private SnowflakeException refused(Session session, Set<?> objects) {
    if (session.isGone()) {
      return session.gone();
    }
    String other = holder == null ? "another session" : "session " + holder.id();
    return new SnowflakeException(
        "000625",
        "57014",
        "Statement '"
            + session.currentQueryId()
            + "' has locked "
            + (contends(objects) ? "object " + objects : "the sandbox's single writer")
            + " in transaction of "
            + other
            + " and this lock has not yet been released. Lock wait timed out.");
  }
}
