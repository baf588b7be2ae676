package dev.freshet.sandbox.export;

import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.StatementObserver;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Has something done by somebody else just before the first statement of a procedure that contains
 * a text; once, and so not by the statements of what is done.
 */
final class Beside implements StatementObserver {
  private final String text;
  private final int wanted;
  private final Work work;
  private final AtomicInteger found = new AtomicInteger();
  private final AtomicBoolean done = new AtomicBoolean();

  /** What somebody else does. */
  interface Work {
    void run() throws Exception;
  }

  Beside(String text, Work work) {
    this(text, 1, work);
  }

  /**
   * @param wanted which of the statements with that text, from 1
   */
  Beside(String text, int wanted, Work work) {
    this.text = text;
    this.wanted = wanted;
    this.work = work;
  }

  @Override
  public void before(Session session, boolean insideProcedure, String sql) {
    if (insideProcedure
        && sql.contains(text)
        && found.incrementAndGet() >= wanted
        && done.compareAndSet(false, true)) {
      try {
        work.run();
      } catch (Exception e) {
        throw new IllegalStateException("what was to be done beside failed", e);
      }
    }
  }

  /** Whether the procedure came to that statement. */
  boolean isDone() {
    return done.get();
  }
}
