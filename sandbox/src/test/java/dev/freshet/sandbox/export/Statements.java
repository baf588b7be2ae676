package dev.freshet.sandbox.export;

import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.StatementObserver;
import java.util.function.LongConsumer;

/** Counts the statements of procedures, and does something just before one of them, once. */
final class Statements implements StatementObserver {
  private final int chosen;
  private final LongConsumer action;
  private int count;

  /**
   * @param chosen the statement, from 1
   * @param action is given the session's id, on the thread that runs the statement
   */
  Statements(int chosen, LongConsumer action) {
    this.chosen = chosen;
    this.action = action;
  }

  /** Counts only. */
  static Statements counting() {
    return new Statements(0, session -> {});
  }

  @Override
  public void before(Session session, boolean insideProcedure, String sql) {
    if (insideProcedure && isChosen()) {
      action.accept(session.id());
    }
  }

  private synchronized boolean isChosen() {
    return ++count == chosen;
  }

  synchronized int count() {
    return count;
  }
}
