package dev.freshet.procs.export;

import dev.freshet.procs.sql.ContractSchema;
import dev.freshet.procs.sql.Sql;
import dev.freshet.procs.warehouse.Row;
import dev.freshet.procs.warehouse.Warehouse;
import dev.freshet.procs.warehouse.WarehouseException;
import java.util.List;
import java.util.Optional;

/**
 * HEAD, and the rule that holds for every write to it: only the run that took it writes, so a run
 * that was overtaken changes nothing any more.
 */
final class HeadTable {
  private final Warehouse warehouse;
  private final ContractSchema schema;

  HeadTable(Warehouse warehouse, ContractSchema schema) {
    this.warehouse = warehouse;
    this.schema = schema;
  }

  /**
   * Reads the row.
   *
   * @throws IllegalStateException if there is not exactly one
   */
  HeadRow read() {
    List<Row> rows =
        warehouse.rows("SELECT " + String.join(", ", HeadRow.COLUMNS) + " FROM " + schema.head());
    if (rows.size() != 1) {
      throw new IllegalStateException(
          schema.head()
              + " has "
              + rows.size()
              + " rows, must have one. None: register the contract again. Several: two"
              + " registrations ran at once; delete all but one before any export");
    }
    return HeadRow.of(rows.get(0));
  }

  /**
   * Reads the row under a run.
   *
   * @throws Overtaken if the run is no longer the one at work
   */
  HeadRow read(String run) {
    HeadRow row = read();
    if (!row.run().equals(run)) {
      throw new Overtaken(schema.contract(), run);
    }
    return row;
  }

  /**
   * Takes the run by compare-and-set; what is read back afterwards is what counts, because what was
   * read before may be older than another session's commit.
   *
   * @return the row as it stands under this run; empty if somebody else is at work
   */
  Optional<HeadRow> take(HeadRow read, String run) {
    String next = "ATTEMPT = ATTEMPT + 1, RUN = " + Sql.literal(run);
    if (update(next, "ATTEMPT = " + read.attempt()) != 1) {
      return Optional.empty();
    }
    return Optional.of(read()).filter(mine -> mine.run().equals(run));
  }

  /**
   * Writes under a run.
   *
   * @throws Overtaken if the run is no longer the one at work, or the further condition fails
   */
  void write(String run, String assignments, String... conditions) {
    String mine = "RUN = " + Sql.literal(run);
    String where =
        conditions.length == 0 ? mine : mine + " AND " + String.join(" AND ", conditions);
    if (update(assignments, where) != 1) {
      throw new Overtaken(schema.contract(), run);
    }
  }

  /** A row that somebody else holds is as good as none: the task does not wait for locks. */
  private long update(String assignments, String where) {
    try {
      return warehouse.change(
          "UPDATE " + schema.head() + " SET " + assignments + " WHERE " + where);
    } catch (WarehouseException e) {
      if (e.lockRefused()) {
        return 0;
      }
      throw e;
    }
  }
}
