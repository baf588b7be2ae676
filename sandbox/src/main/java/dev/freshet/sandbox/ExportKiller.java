package dev.freshet.sandbox;

import dev.freshet.sandbox.snowflake.engine.Engine;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.StatementObserver;
import java.util.Random;

/**
 * Kills exports between two of their statements: the session is gone and its transaction rolled
 * back, as when Snowflake loses a node. The seed chooses the statements. Thread-safe.
 */
final class ExportKiller implements StatementObserver {
  /** A run has about this many statements, so each kill lands in the next run or the one after. */
  private static final int FARTHEST = 40;

  private final Engine engine;
  private final Random random;
  private int left;
  private int countdown;

  ExportKiller(Engine engine, long seed, int times) {
    this.engine = engine;
    this.random = new Random(seed);
    this.left = times;
    this.countdown = distance();
  }

  private int distance() {
    return 1 + random.nextInt(FARTHEST);
  }

  /** How many kills are still to come. */
  synchronized int left() {
    return left;
  }

  @Override
  public void before(Session session, boolean insideProcedure, String sql) {
    if (insideProcedure && isDue()) {
      engine.killSession(session.id());
    }
  }

  private synchronized boolean isDue() {
    if (left == 0 || --countdown > 0) {
      return false;
    }
    left--;
    countdown = distance();
    return true;
  }
}
