package dev.freshet.procs.halt;

import dev.freshet.contract.Owner;
import dev.freshet.procs.source.StreamState;
import dev.freshet.procs.sql.ContractSchema;
import dev.freshet.procs.sql.Sql;
import dev.freshet.procs.task.ContractTask;
import dev.freshet.procs.warehouse.Row;
import dev.freshet.procs.warehouse.Warehouse;
import java.util.Optional;

/**
 * The halts of one contract. Both tables are only ever inserted into: a contract is halted while a
 * row of HALTS has no row of RESUMES with its run.
 */
public final class HaltLog {
  private static final String ISO = "'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"'";

  private final Warehouse warehouse;
  private final ContractSchema schema;

  public HaltLog(Warehouse warehouse, ContractSchema schema) {
    this.warehouse = warehouse;
    this.schema = schema;
  }

  /** Whether somebody must resume the contract before it may export. */
  public boolean isHalted() {
    return standing().isPresent();
  }

  /** The last halt that nobody has resumed. */
  public Optional<StandingHalt> standing() {
    return warehouse
        .rows(
            "SELECT RUN, REASON, MESSAGE, OWNER, TO_VARCHAR(HALTED_AT, "
                + ISO
                + ") FROM "
                + open()
                + " ORDER BY HALTED_AT DESC LIMIT 1")
        .stream()
        .findFirst()
        .map(HaltLog::standing);
  }

  /**
   * Refuses a contract that is halted, and suspends its task again: a task that somebody resumed by
   * hand would fail over and over.
   *
   * @throws ContractHalted if it is
   */
  public void requireNone() {
    standing()
        .ifPresent(
            halt -> {
              suspend();
              throw ContractHalted.still(schema.contract(), halt);
            });
  }

  /**
   * Records the halt in a transaction of its own and suspends the contract's task; the caller has
   * rolled back everything else.
   *
   * @return the failure for the task's history
   */
  public ContractHalted record(Halt halt, String run, Owner owner) {
    warehouse.change(
        "INSERT INTO "
            + schema.app().halts()
            + " (CONTRACT, RUN, REASON, BROKEN_ROWS, SOME_KEYS, OWNER, MESSAGE, STALE_AFTER)"
            + " SELECT "
            + String.join(
                ", ",
                Sql.literal(schema.contract().toString()),
                Sql.literal(run),
                Sql.literal(halt.reason().word()),
                Long.toString(halt.rows()),
                Sql.literal(String.join("\n", halt.keys())),
                Sql.literal(owner.toString()),
                Sql.literal(halt.found() + ". " + halt.reason().wayOut()),
                Sql.literal(StreamState.read(warehouse, schema).map(StreamState::staleAfter))));
    suspend();
    return ContractHalted.now(schema.contract(), halt, owner.toString());
  }

  /**
   * Ends all standing halts of the contract; one that comes meanwhile stands. The caller has
   * checked that they may end, and resumes the task.
   *
   * @param reason why they may
   */
  public void resume(String reason) {
    warehouse.change(
        "INSERT INTO "
            + schema.app().resumes()
            + " (CONTRACT, RUN, REASON) SELECT CONTRACT, RUN, "
            + Sql.literal(reason)
            + " FROM "
            + open());
  }

  private String open() {
    return "(SELECT * FROM "
        + schema.app().halts()
        + " WHERE CONTRACT = "
        + Sql.literal(schema.contract().toString())
        + " AND RUN NOT IN (SELECT RUN FROM "
        + schema.app().resumes()
        + " WHERE CONTRACT = "
        + Sql.literal(schema.contract().toString())
        + "))";
  }

  private void suspend() {
    new ContractTask(warehouse, schema).stop();
  }

  private static StandingHalt standing(Row row) {
    return new StandingHalt(row.text(0), row.text(1), row.text(2), row.text(3), row.text(4));
  }
}
