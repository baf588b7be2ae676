package dev.freshet.procs.export;

import dev.freshet.contract.Contract;
import dev.freshet.procs.halt.Halt;
import dev.freshet.procs.halt.HaltReason;
import dev.freshet.procs.sql.AppSchema;
import dev.freshet.procs.sql.Sql;
import dev.freshet.procs.warehouse.Row;
import dev.freshet.procs.warehouse.Warehouse;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Supplier;

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

  private static RejectedShare with(
      Warehouse warehouse, AppSchema app, Contract contract, Counts counts) {
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

  /**
   * Holds a contract to its share; what rejects nothing is not looked at.
   *
   * @param keys gives some of the rejected keys; asked only if too many are
   * @throws Halt if the rows counted would pass it
   */
  static void require(
      Warehouse warehouse,
      AppSchema app,
      Contract contract,
      Counts counts,
      Supplier<List<String>> keys) {
    if (counts.rejected() > 0) {
      RejectedShare share = with(warehouse, app, contract, counts);
      if (!share.passes(contract.maxRejectedShare())) {
        throw share.halt(contract, counts, keys.get());
      }
    }
  }

  private Halt halt(Contract contract, Counts counts, List<String> keys) {
    return new Halt(
        HaltReason.TOO_MANY_REJECTIONS,
        counts.rejected(),
        keys,
        counts.rejected()
            + " rows of "
            + contract.source()
            + " would be rejected now "
            + counts.rejectedByRule()
            + ", with those of the last "
            + WINDOW_HOURS
            + " hours "
            + rejected
            + " of "
            + judged
            + "; freshet.maxRejectedShare allows "
            + contract.maxRejectedShare().toPlainString()
            + " (of at least "
            + LEAST_ROWS
            + " rows)");
  }

  private boolean passes(BigDecimal limit) {
    BigDecimal rows = BigDecimal.valueOf(Math.max(judged, LEAST_ROWS));
    return BigDecimal.valueOf(rejected).compareTo(limit.multiply(rows)) <= 0;
  }
}
