package dev.freshet.sandbox.export;

import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.StatementObserver;

/**
 * Does something just before a statement of a procedure, once. Inside a transaction that has
 * written, it waits for the end: the sandbox's Snowflake has one writer, and would refuse others.
 */
final class Interjection implements StatementObserver {
  private final int chosen;
  private final Runnable action;
  private int count;
  private boolean begun;
  private boolean writing;
  private boolean done;

  /**
   * @param chosen the statement, from 1
   */
  Interjection(int chosen, Runnable action) {
    this.chosen = chosen;
    this.action = action;
  }

  @Override
  public void before(Session session, boolean insideProcedure, String sql) {
    if (insideProcedure && isDue(sql)) {
      action.run();
    }
  }

  private synchronized boolean isDue(String sql) {
    count++;
    boolean due = !done && !writing && count >= chosen;
    done |= due;
    if (sql.startsWith("BEGIN")) {
      begun = true;
    } else if (sql.startsWith("COMMIT") || sql.startsWith("ROLLBACK")) {
      begun = false;
      writing = false;
    } else {
      writing = begun;
    }
    return due;
  }

  /** Whether the procedure came to a place for it. */
  synchronized boolean isDone() {
    return done;
  }
}
