package dev.freshet.sandbox.snowflake.dml;

import dev.freshet.sandbox.snowflake.catalog.Table;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.stream.History;
import java.util.function.LongSupplier;

/**
 * Changes a table's rows, within a write of the session, and records the change if the table is
 * tracked.
 */
public final class TableChange {

  private final Session session;
  private final Table table;
  private final long version;

  private TableChange(Session session, Table table, long version) {
    this.session = session;
    this.table = table;
    this.version = version;
  }

  public static TableChange of(Session session, Table table) {
    long version = table.isTracked() ? session.engine().versions().next() : 0;
    return new TableChange(session, table, version);
  }

  /**
   * What SET needs besides, so that updated rows carry the version; empty if the table is not
   * tracked.
   */
  public String versionAssignment() {
    return table.isTracked() ? ", " + History.VERSION + " = " + version : "";
  }

  /**
   * Runs a change.
   *
   * @param removes whether it may delete rows
   * @return the number of rows it touched
   */
  public long run(String sql, boolean removes) {
    return run(removes, () -> session.duck().update(sql));
  }

  long run(boolean removes, LongSupplier change) {
    if (!table.isTracked()) {
      return change.getAsLong();
    }
    long mark = History.mark(session.duck());
    long touched = change.getAsLong();
    if (touched > 0) {
      History.record(session.duck(), table, version, mark, removes);
    }
    return touched;
  }
}
