package dev.freshet.sandbox.snowflake.stream;

import dev.freshet.sandbox.snowflake.catalog.Table;
import dev.freshet.sandbox.snowflake.engine.Duck;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.SnowflakeException;

/**
 * Whether a table's changes are recorded: from CHANGE_TRACKING = TRUE, or from the first stream on
 * it, to the end of the table. All methods belong inside {@code Transaction.ddl}.
 */
public final class ChangeTracking {

  private ChangeTracking() {}

  /** Begins to record a table's changes; does nothing if they are recorded already. */
  public static void begin(Session session, Table table) {
    if (table.isTracked()) {
      return;
    }
    long version = session.engine().versions().committed();
    Duck duck = session.duck();
    duck.execute("BEGIN TRANSACTION");
    try {
      History.start(duck, table, version);
      duck.execute("COMMIT");
    } catch (SnowflakeException e) {
      duck.execute("ROLLBACK");
      throw e;
    }
    table.setTracked(version);
  }

  /** Forgets the earlier rows of a table that was dropped or replaced; its streams are stale. */
  public static void drop(Session session, Table table) {
    table.setDropped();
    if (table.isTracked()) {
      History.drop(session.duck(), table);
    }
  }
}
