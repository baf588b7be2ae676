package dev.freshet.procs.retain;

import dev.freshet.contract.ContractId;
import dev.freshet.procs.home.AuditLog;
import dev.freshet.procs.sql.AppSchema;
import dev.freshet.procs.sql.Sql;
import dev.freshet.procs.warehouse.Row;
import dev.freshet.procs.warehouse.Warehouse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** PURGES, and what the audit log has of purges. Rows are only ever inserted. */
final class PurgeLog {
  private static final String COLUMNS = " (RUN, CONTRACT, SEQUENCE, FOLDER, WHAT, STATE, OBJECTS)";

  private final Warehouse warehouse;
  private final AppSchema app;

  PurgeLog(Warehouse warehouse, AppSchema app) {
    this.warehouse = warehouse;
    this.app = app;
  }

  /** Writes down what is going to be removed, and why. */
  void planned(String run, String reason, List<Removal> removals) {
    if (removals.isEmpty()) {
      return;
    }
    warehouse.change(
        "INSERT INTO "
            + app.purges()
            + COLUMNS
            + " VALUES "
            + removals.stream().map(r -> row(run, r)).collect(Collectors.joining(", ")));
    Map<String, Long> folders =
        removals.stream()
            .collect(
                Collectors.groupingBy(
                    r -> r.contract().toString(), TreeMap::new, Collectors.counting()));
    folders.forEach(
        (contract, count) ->
            audit(contract, reason + "; purge " + run + " removes " + count + " folders"));
  }

  private static String row(String run, Removal removal) {
    return "("
        + String.join(
            ", ",
            Sql.literal(run),
            Sql.literal(removal.contract().toString()),
            removal.sequence().map(String::valueOf).orElse("NULL"),
            Sql.literal(removal.folder()),
            Sql.literal(removal.what().word()),
            "'planned'",
            "NULL")
        + ")";
  }

  /**
   * Writes down what was removed, as far as it was planned.
   *
   * @param objects how many objects lay in each folder
   */
  void removed(String run, Map<String, Integer> objects) {
    List<Row> planned =
        warehouse.rows(
            "SELECT CONTRACT, SEQUENCE, FOLDER, WHAT FROM "
                + app.purges()
                + " WHERE STATE = 'planned' AND RUN = "
                + Sql.literal(run));
    String rows =
        planned.stream()
            .filter(row -> objects.containsKey(row.text(2)))
            .map(row -> row(run, row, objects.getOrDefault(row.text(2), 0)))
            .collect(Collectors.joining(", "));
    if (!rows.isEmpty()) {
      warehouse.change("INSERT INTO " + app.purges() + COLUMNS + " VALUES " + rows);
    }
  }

  private static String row(String run, Row planned, int objects) {
    return "("
        + String.join(
            ", ",
            Sql.literal(run),
            Sql.literal(planned.text(0)),
            planned.optional(1).orElse("NULL"),
            Sql.literal(planned.text(2)),
            Sql.literal(planned.text(3)),
            "'removed'",
            Integer.toString(objects))
        + ")";
  }

  void audit(String contract, String detail) {
    new AuditLog(warehouse, app)
        .write("purge", ContractId.parse(contract), Optional.empty(), detail);
  }
}
