package dev.freshet.procs.pause;

import dev.freshet.procs.source.StreamState;
import dev.freshet.procs.sql.ContractSchema;
import dev.freshet.procs.sql.Sql;
import dev.freshet.procs.warehouse.Warehouse;
import java.util.Optional;

/**
 * The pauses of one contract. Rows are only inserted: a contract is paused while a row of PAUSES
 * has no row of RESUMES with its run, as with halts.
 */
public final class Pauses {
  private final Warehouse warehouse;
  private final ContractSchema schema;

  public Pauses(Warehouse warehouse, ContractSchema schema) {
    this.warehouse = warehouse;
    this.schema = schema;
  }

  /** The first pause that nobody has ended. */
  public Optional<StandingPause> standing() {
    return warehouse
        .rows(
            "SELECT REASON, ACTOR, TO_VARCHAR(PAUSED_AT, 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"') FROM "
                + open()
                + " ORDER BY PAUSED_AT LIMIT 1")
        .stream()
        .findFirst()
        .map(row -> new StandingPause(row.text(0), row.text(1), row.text(2)));
  }

  /**
   * Writes a pause down. The caller suspends the task.
   *
   * @param run names the pause; never used before
   * @param reason why
   */
  public void add(String run, String reason) {
    warehouse.change(
        "INSERT INTO "
            + schema.app().pauses()
            + " (CONTRACT, RUN, REASON, STALE_AFTER) SELECT "
            + String.join(
                ", ",
                Sql.literal(schema.contract().toString()),
                Sql.literal(run),
                Sql.literal(reason),
                Sql.literal(StreamState.read(warehouse, schema).map(StreamState::staleAfter))));
  }

  /**
   * Ends all standing pauses.
   *
   * @param reason why the contract may go on
   */
  public void end(String reason) {
    warehouse.change(
        "INSERT INTO "
            + schema.app().resumes()
            + " (CONTRACT, RUN, REASON) SELECT CONTRACT, RUN, "
            + Sql.literal(reason)
            + " FROM "
            + open());
  }

  private String open() {
    String contract = Sql.literal(schema.contract().toString());
    return "(SELECT * FROM "
        + schema.app().pauses()
        + " WHERE CONTRACT = "
        + contract
        + " AND RUN NOT IN (SELECT RUN FROM "
        + schema.app().resumes()
        + " WHERE CONTRACT = "
        + contract
        + "))";
  }
}
