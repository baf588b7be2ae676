package dev.freshet.procs.export;

import dev.freshet.contract.Contract;
import dev.freshet.contract.Rule;
import dev.freshet.contract.ViolationPolicy;
import dev.freshet.procs.halt.Halt;
import dev.freshet.procs.halt.HaltReason;
import dev.freshet.procs.sql.ContractSchema;
import dev.freshet.procs.sql.Sql;
import dev.freshet.procs.warehouse.Row;
import dev.freshet.procs.warehouse.Warehouse;
import java.util.List;
import java.util.Map;

/**
 * Writes judged rows where they belong, in the transaction of whoever calls, and holds them to the
 * contract's rules.
 */
final class FactTaking {
  private static final int SHOWN_KEYS = 5;

  private final Warehouse warehouse;
  private final ContractSchema schema;

  FactTaking(Warehouse warehouse, ContractSchema schema) {
    this.warehouse = warehouse;
    this.schema = schema;
  }

  /**
   * What was written.
   *
   * @param queryId the statement that wrote it
   */
  record Taken(Counts counts, String queryId) {}

  /**
   * Takes the rows of two queries over the same rows.
   *
   * @param counts tells how many rows come to which outcome; asked first, because what it goes by
   *     is changed by the other
   * @param facts the rows
   * @param run the run at work
   * @param between is asked between the two, whether the rows are still ours to take
   * @throws Halt if a row breaks a rule that halts, or too many are set aside
   */
  Taken take(Contract contract, String run, String counts, String facts, Runnable between) {
    Counts counted = Counts.of(warehouse.rows(counts));
    between.run();
    long inserted = warehouse.change(new Destinations(schema, contract).ofChanges(facts));
    String queryId = warehouse.lastQueryId();
    requireSame(inserted, counted);
    requireNoHaltingRule(contract, run, counted);
    RejectedShare.require(warehouse, schema.app(), contract, counted, () -> keys(run, "TRUE"));
    return new Taken(counted, queryId);
  }

  /** The same of rows that nobody can take away. */
  Taken take(Contract contract, String run, String counts, String facts) {
    return take(contract, run, counts, facts, () -> {});
  }

  private void requireSame(long inserted, Counts counts) {
    if (inserted != counts.written()) {
      throw new ExportFailed(
          "Taking rows of contract "
              + schema.contract()
              + ": "
              + inserted
              + " rows were written, but "
              + counts.written()
              + " were counted. Nothing was taken; if this repeats, a function in the contract"
              + " gives another answer each time");
    }
  }

  private void requireNoHaltingRule(Contract contract, String run, Counts counts) {
    for (Map.Entry<Rule, Long> broken : counts.broken().entrySet()) {
      if (contract.onViolation().of(broken.getKey()) == ViolationPolicy.Action.HALT) {
        String rule = broken.getKey().word();
        throw new Halt(
            HaltReason.of(broken.getKey()),
            broken.getValue(),
            keys(run, "RULE = " + Sql.literal(rule)),
            broken.getValue() + " rows of " + contract.source() + " break the rule " + rule);
      }
    }
  }

  private List<String> keys(String run, String condition) {
    return warehouse
        .rows(
            "SELECT KEY_TEXT FROM "
                + schema.app().rejections()
                + " WHERE RUN = "
                + Sql.literal(run)
                + " AND "
                + condition
                + " AND KEY_TEXT IS NOT NULL LIMIT "
                + SHOWN_KEYS)
        .stream()
        .map((Row row) -> row.text(0))
        .toList();
  }
}
