package dev.freshet.sandbox.snowflake.stream;

import dev.freshet.sandbox.snowflake.catalog.Relation;
import dev.freshet.sandbox.snowflake.catalog.Table;
import dev.freshet.sandbox.snowflake.catalog.View;
import dev.freshet.sandbox.snowflake.engine.AccessControl;
import dev.freshet.sandbox.snowflake.engine.Duck;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import dev.freshet.sandbox.snowflake.query.TracedView;
import java.util.List;

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

  /**
   * Begins to record what a stream on this source needs. Only the owner of a table or view may have
   * that done (user-guide/streams-manage); to read is enough where it is done already.
   */
  static void begin(Session session, StreamSource source) {
    AccessControl access = session.engine().access();
    Relation relation = source.relation();
    boolean open = relation instanceof View view ? view.tracked() : ((Table) relation).isTracked();
    access.require(session.role(), open ? "SELECT" : "OWNERSHIP", relation);
    begin(session, source.tables());
    if (relation instanceof View view && !open) {
      session.engine().catalog().put(view.withTracking());
    }
  }

  /**
   * Begins to record the changes of a view that belongs to the session's role: of all tables it
   * reads.
   *
   * @return the view, tracked; not in the catalog yet
   */
  public static View begin(Session session, View view) {
    begin(session, TracedView.parts(session, view).tables());
    return view.withTracking();
  }

  /** Begins to record the changes of tables that are read; those not recorded must be owned. */
  public static void begin(Session session, List<Table> tables) {
    AccessControl access = session.engine().access();
    tables.stream()
        .filter(table -> table.isTracked() && !table.tellsChanges())
        .forEach(ChangeTracking::refuseFull);
    List<Table> untracked = tables.stream().filter(table -> !table.isTracked()).toList();
    untracked.forEach(table -> access.require(session.role(), "OWNERSHIP", table));
    untracked.forEach(table -> begin(session, table));
  }

  private static void refuseFull(Table table) {
    throw SnowflakeException.compilation(
        "002296",
        "Change tracking is not supported on the dynamic table '"
            + table.name()
            + "': it is not incrementally refreshed. Recreate it with REFRESH_MODE = INCREMENTAL.");
  }

  /** Forgets the earlier rows of a table that was dropped or replaced; its streams are stale. */
  public static void drop(Session session, Table table) {
    table.setDropped();
    if (table.isTracked()) {
      History.drop(session.duck(), table);
    }
  }
}
