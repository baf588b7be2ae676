package dev.freshet.procs.task;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.freshet.contract.Json;
import dev.freshet.procs.sql.AppSchema;
import dev.freshet.procs.sql.ContractSchema;
import dev.freshet.procs.sql.Sql;
import dev.freshet.procs.warehouse.Row;
import dev.freshet.procs.warehouse.Warehouse;
import java.util.List;
import java.util.Optional;

/**
 * How a task stands, as SHOW TASKS tells.
 *
 * @param id identifies it in TASK_HISTORY
 * @param schema the schema it lives in
 * @param state the word "started" or "suspended"
 * @param suspendedBecause Snowflake's word for the last suspension, SUSPENDED_DUE_TO_ERRORS for
 *     example; empty if it never was
 * @param suspendedOn when
 * @param schedule empty if data trigger it
 */
public record TaskStatus(
    String id,
    String schema,
    String name,
    String state,
    Optional<String> suspendedBecause,
    Optional<String> suspendedOn,
    Optional<String> schedule) {
  private static final List<String> COLUMNS =
      List.of(
          "id",
          "schema_name",
          "name",
          "state",
          "last_suspended_reason",
          "last_suspended_on",
          "schedule");

  /** Of all tasks in the database. */
  static List<TaskStatus> all(Warehouse warehouse, AppSchema app) {
    return show(warehouse, "SHOW TASKS IN DATABASE " + app.database());
  }

  /** Of a contract's own task; empty if it is not there. */
  static Optional<TaskStatus> read(Warehouse warehouse, ContractSchema schema) {
    return show(warehouse, "SHOW TASKS LIKE 'EXPORT' IN SCHEMA " + schema.qualified()).stream()
        .findFirst();
  }

  /** Of a group's task; empty if it is not there. */
  static Optional<TaskStatus> read(Warehouse warehouse, AppSchema app, String group) {
    String name = AppSchema.groupTaskName(group);
    return show(warehouse, "SHOW TASKS LIKE " + Sql.literal(name) + " IN SCHEMA " + app.qualified())
        .stream()
        .filter(task -> task.name().equals(name)) // in LIKE an underscore stands for anything
        .findFirst();
  }

  private static List<TaskStatus> show(Warehouse warehouse, String sql) {
    return warehouse.named(sql, COLUMNS).rows().stream().map(TaskStatus::of).toList();
  }

  private static TaskStatus of(Row row) {
    return new TaskStatus(
        row.text(0),
        row.text(1),
        row.text(2),
        row.text(3).toLowerCase(java.util.Locale.ROOT),
        row.optional(4).filter(reason -> !reason.isEmpty()),
        row.optional(5).filter(at -> !at.isEmpty()),
        row.optional(6).filter(schedule -> !schedule.isEmpty()));
  }

  public boolean isSuspended() {
    return state.equals("suspended");
  }

  /** Whether Snowflake suspended it, after so many failures in a row. */
  public boolean isAutoSuspended() {
    return isSuspended() && suspendedBecause.filter("SUSPENDED_DUE_TO_ERRORS"::equals).isPresent();
  }

  /** The failed run that TASK_HISTORY has last, within the seven days that it keeps. */
  Optional<Row> lastFailure(Warehouse warehouse, AppSchema app) {
    return warehouse
        .rows(
            "SELECT STATE, ERROR_CODE, ERROR_MESSAGE, TO_VARCHAR(CONVERT_TIMEZONE('UTC',"
                + " COMPLETED_TIME), 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"') FROM TABLE("
                + app.database()
                + ".INFORMATION_SCHEMA.TASK_HISTORY(ROOT_TASK_ID => "
                + Sql.literal(id)
                + ", ERROR_ONLY => TRUE, RESULT_LIMIT => 1))")
        .stream()
        .findFirst();
  }

  /** A JSON object: docs/tasks.md has its fields. */
  public ObjectNode json(Warehouse warehouse, AppSchema app) {
    ObjectNode json =
        Json.STRICT
            .createObjectNode()
            .put("name", app.database() + "." + schema + "." + name)
            .put("state", state)
            .put("schedule", schedule.orElse("triggered"))
            .put("auto_suspended", isAutoSuspended());
    if (isSuspended()) {
      json.put("suspended_because", suspendedBecause.orElse(null))
          .put("suspended_on", suspendedOn.orElse(null));
    }
    lastFailure(warehouse, app)
        .ifPresent(
            row ->
                json.putObject("last_failure")
                    .put("state", row.text(0))
                    .put("code", row.optional(1).orElse(null))
                    .put("message", row.optional(2).orElse(null))
                    .put("at", row.optional(3).orElse(null)));
    return json;
  }
}
