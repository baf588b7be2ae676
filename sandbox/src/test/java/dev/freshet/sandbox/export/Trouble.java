package dev.freshet.sandbox.export;

import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import dev.freshet.sandbox.snowflake.engine.StatementObserver;

/**
 * What goes wrong at one statement of the procedures of one session. Other sessions are left alone,
 * so that something else may happen beside it.
 */
final class Trouble implements StatementObserver {

  /** Ways to go wrong. */
  enum Kind {
    /** The statement fails and does nothing. */
    REFUSED,
    /** The statement takes effect, and its answer is an error: nobody knows that it did. */
    ANSWER_LOST,
    /** The call is cancelled, as by a time limit: this and every later statement fails. */
    CANCELLED,
    /** The statement takes effect, then the call is cancelled. */
    CANCELLED_LATE,
    /** The session dies before the statement. */
    DEAD
  }

  private final Kind kind;
  private final int chosen;
  private int count;
  private long session;

  /**
   * @param chosen the statement, from 1
   */
  Trouble(Kind kind, int chosen) {
    this.kind = kind;
    this.chosen = chosen;
  }

  @Override
  public synchronized void before(Session at, boolean insideProcedure, String sql) {
    if (!isOurs(at, insideProcedure)) {
      return;
    }
    count++;
    boolean cancelled =
        (kind == Kind.CANCELLED && count >= chosen)
            || (kind == Kind.CANCELLED_LATE && count > chosen);
    if (cancelled) {
      throw new SnowflakeException("000604", "57014", "SQL execution canceled");
    }
    if (count == chosen && kind == Kind.REFUSED) {
      throw failure("refused");
    }
    if (count == chosen && kind == Kind.DEAD) {
      at.engine().killSession(at.id());
    }
  }

  @Override
  public synchronized void after(Session at, boolean insideProcedure, String sql) {
    if (isOurs(at, insideProcedure) && count == chosen && kind == Kind.ANSWER_LOST) {
      throw failure("the answer is lost");
    }
  }

  /** The first session that runs a procedure. */
  private boolean isOurs(Session at, boolean insideProcedure) {
    if (insideProcedure && session == 0) {
      session = at.id();
    }
    return insideProcedure && session == at.id();
  }

  /** Snowflake's own failures are 300005 and the like. */
  private SnowflakeException failure(String what) {
    return new SnowflakeException(
        "300005", "XX000", "SQL execution internal error: " + what + " at statement " + chosen);
  }

  /** Whether the procedure came to that statement. */
  synchronized boolean happened() {
    return count >= chosen;
  }

  @Override
  public String toString() {
    return kind + " at statement " + chosen;
  }
}
