package dev.freshet.procs.export;

import dev.freshet.contract.Contract;
import dev.freshet.procs.sql.AppSchema;
import dev.freshet.procs.sql.Sql;
import dev.freshet.procs.warehouse.Row;
import dev.freshet.procs.warehouse.Warehouse;
import java.math.BigDecimal;

/**
 * How many of a contract's rows were set aside lately: the log's rows of the last 24 hours and
 * those of the run at work. The share is taken of at least {@value #LEAST_ROWS} rows, so that a few
 * bad rows do not stop a contract that changes little.
 *
 * @param rejected rows set aside
 * @param judged rows held to the rules: published, unchanged or set aside
 */
record RejectedShare(long rejected, long judged) {
  static final long LEAST_ROWS = 1000;
  static final int WINDOW_HOURS = 24;

  /** Reads the window; a run that rejects nothing has no need to. */
  static RejectedShare with(Warehouse warehouse, AppSchema app, Contract contract, Counts counts) {
    Row log =
        warehouse
            .rows(
                "SELECT COALESCE(SUM(REJECTED), 0), COALESCE(SUM(UPSERTS + UNCHANGED + REJECTED), 0)"
                    + " FROM "
                    + app.changeSets()
                    + " WHERE CONTRACT = "
                    + Sql.literal(contract.id().toString())
                    + " AND KIND = 'changes' AND TAKEN_AT > DATEADD('hour', -"
                    + WINDOW_HOURS
                    + ", SYSDATE())")
            .get(0);
    return new RejectedShare(log.whole(0) + counts.rejected(), log.whole(1) + counts.judged());
  }

  boolean passes(BigDecimal limit) {
    BigDecimal rows = BigDecimal.valueOf(Math.max(judged, LEAST_ROWS));
    return BigDecimal.valueOf(rejected).compareTo(limit.multiply(rows)) <= 0;
  }
}
