package dev.freshet.procs.gate;

import dev.freshet.contract.SourceName;
import dev.freshet.procs.sql.Sql;
import dev.freshet.procs.warehouse.Warehouse;
import dev.freshet.procs.warehouse.WarehouseException;
import java.util.Optional;

/**
 * Asks Snowflake whether it tells the changes of a view, by asking for those since now: CHANGES is
 * held to the same limits as a stream (sql-reference/constructs/changes) and makes nothing. It
 * finds what a view inside the view does, and tables whose changes are not recorded.
 */
record ViewProbe(Warehouse warehouse, SourceName source) {
  /** What a view's owner may not be able to do. */
  static final String TABLES_TOO =
      "All tables that the view reads need it too: the owner of each must run ALTER TABLE <table>"
          + " SET CHANGE_TRACKING = TRUE, unless the view's owner owns it";

  /** Why no stream can be made on it; empty if one can. */
  Optional<String> refusal() {
    String now =
        warehouse
            .rows("SELECT TO_VARCHAR(SYSDATE(), 'YYYY-MM-DD\"T\"HH24:MI:SS.FF3') || '+00:00'")
            .get(0)
            .text(0);
    try {
      warehouse.run(
          "SELECT 1 FROM "
              + Sql.source(source)
              + " CHANGES(INFORMATION => DEFAULT) AT(TIMESTAMP => "
              + Sql.literal(now)
              + "::TIMESTAMP_TZ) LIMIT 0");
      return Optional.empty();
    } catch (WarehouseException e) {
      return Optional.of(
          "Snowflake does not tell the changes of "
              + source
              + ": "
              + e.getMessage()
              + ". "
              + TABLES_TOO);
    }
  }
}
