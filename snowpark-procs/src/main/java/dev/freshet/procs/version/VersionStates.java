package dev.freshet.procs.version;

import dev.freshet.contract.ContractId;
import dev.freshet.contract.Version;
import dev.freshet.procs.sql.AppSchema;
import dev.freshet.procs.sql.Sql;
import dev.freshet.procs.warehouse.Row;
import dev.freshet.procs.warehouse.Warehouse;

/**
 * VERSION_STATES of one contract: rows are only ever inserted, and always in a transaction that
 * holds the contract's HEAD, so that two callers never write at once.
 */
public final class VersionStates {
  private final Warehouse warehouse;
  private final AppSchema app;
  private final ContractId contract;

  public VersionStates(Warehouse warehouse, AppSchema app, ContractId contract) {
    this.warehouse = warehouse;
    this.app = app;
    this.contract = contract;
  }

  public History history() {
    return new History(
        warehouse
            .rows(
                "SELECT VERSION, STATE, REASON, ACTOR,"
                    + " TO_VARCHAR(CHANGED_AT, 'YYYY-MM-DD\"T\"HH24:MI:SS.FF3\"Z\"') FROM "
                    + app.versionStates()
                    + " WHERE CONTRACT = "
                    + Sql.literal(contract.toString())
                    + " ORDER BY CHANGED_AT")
            .stream()
            .map(VersionStates::change)
            .toList());
  }

  private static StateChange change(Row row) {
    return new StateChange(
        Version.parse(row.text(0)),
        VersionState.of(row.text(1)),
        row.text(2),
        row.text(3),
        row.text(4));
  }

  /** Writes a state; who and when are Snowflake's to say. */
  public void add(Version version, VersionState state, String reason) {
    warehouse.change(
        "INSERT INTO "
            + app.versionStates()
            + " (CONTRACT, VERSION, STATE, REASON) SELECT "
            + String.join(
                ", ",
                Sql.literal(contract.toString()),
                Sql.literal(version.toString()),
                Sql.literal(state.word()),
                Sql.literal(reason)));
  }
}
