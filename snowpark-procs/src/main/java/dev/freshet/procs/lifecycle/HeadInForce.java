package dev.freshet.procs.lifecycle;

import dev.freshet.contract.Contract;
import dev.freshet.contract.Version;
import dev.freshet.procs.halt.HaltReason;
import dev.freshet.procs.home.Home;
import dev.freshet.procs.home.Place;
import dev.freshet.procs.home.Protocol;
import dev.freshet.procs.sql.ContractSchema;
import dev.freshet.procs.sql.Sql;
import dev.freshet.procs.warehouse.Row;
import dev.freshet.procs.warehouse.Warehouse;
import java.util.List;
import java.util.Optional;

/**
 * The part of HEAD that says which version is in force. It is changed by compare-and-set on that
 * version, and takes the run from whoever is at work: their change set was shaped by the old
 * version and is not committed any more. So a version changes between two change sets, never inside
 * one. Runs that come and go while a change is decided are no reason against it: a gate may take
 * longer than the pause between two runs.
 */
public final class HeadInForce {
  private final Warehouse warehouse;
  private final ContractSchema schema;

  public HeadInForce(Warehouse warehouse, ContractSchema schema) {
    this.warehouse = warehouse;
    this.schema = schema;
  }

  /**
   * HEAD as it was read.
   *
   * @param version the version in force; empty before the first promotion and after the end
   */
  public record Seen(Optional<Version> version, long sequence, int lanes) {}

  /**
   * Reads it.
   *
   * @throws LifecycleException if HEAD was made for another place: a copy of a contract tells the
   *     original's stage and bridge nothing
   * @throws IllegalStateException if there is not exactly one row, or newer procedures wrote it
   */
  public Seen read() {
    List<Row> rows =
        warehouse.rows(
            "SELECT CONTRACT_VERSION, SEQUENCE, LANES, ACCOUNT, DATABASE_NAME, SCHEMA_NAME,"
                + " STAGE_URL, PROTOCOL_VERSION FROM "
                + schema.head());
    if (rows.size() != 1) {
      throw new IllegalStateException(
          schema.head() + " has " + rows.size() + " rows, must have one; register it again");
    }
    Row row = rows.get(0);
    Protocol.requireNotNewer(schema.contract(), Math.toIntExact(row.whole(7)));
    requireHere(new Place(row.text(3), row.text(4), row.text(5), row.text(6)));
    return new Seen(
        row.optional(0).map(Version::parse), row.whole(1), Math.toIntExact(row.whole(2)));
  }

  private void requireHere(Place made) {
    Place here = Home.of(warehouse, schema);
    if (!made.equals(here)) {
      throw new LifecycleException(
          "HEAD was made for "
              + made
              + ", but this is "
              + here
              + ": a clone, a restored copy, a failover or a moved stage. Nothing was changed. "
              + HaltReason.FOREIGN_PLACE.wayOut());
    }
  }

  /**
   * Puts a version in force from the next change set on.
   *
   * @param by names the caller in RUN; never used before
   * @throws SomebodyElse if another version is in force than was seen
   */
  void change(Seen seen, Contract next, String by) {
    write(
        seen,
        "CONTRACT_VERSION = "
            + Sql.literal(next.version().toString())
            + ", LANES_SINCE = IFF(LANES = "
            + next.lanes()
            + ", LANES_SINCE, SEQUENCE + 1), LANES = "
            + next.lanes(),
        by);
  }

  /** Holds HEAD to the end of the transaction, and overtakes whoever is at work. */
  void hold(Seen seen, String by) {
    write(seen, "WRITTEN = WRITTEN", by);
  }

  private void write(Seen seen, String assignments, String by) {
    long changed =
        warehouse.change(
            "UPDATE "
                + schema.head()
                + " SET "
                + assignments
                + ", ATTEMPT = ATTEMPT + 1, RUN = "
                + Sql.literal(by)
                + " WHERE CONTRACT_VERSION IS NOT DISTINCT FROM "
                + Sql.literal(seen.version().map(Version::toString)));
    if (changed != 1) {
      throw new SomebodyElse(schema.contract());
    }
  }
}
