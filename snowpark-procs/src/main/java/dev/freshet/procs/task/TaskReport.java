package dev.freshet.procs.task;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.freshet.contract.ContractId;
import dev.freshet.contract.Json;
import dev.freshet.procs.sql.AppSchema;
import dev.freshet.procs.sql.ContractSchema;
import dev.freshet.procs.warehouse.Row;
import dev.freshet.procs.warehouse.Warehouse;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * All tasks that export in one look: whether each runs, why not, and how often it failed of late. A
 * task that does not run though its contracts should be exported is named apart: changes wait in
 * their streams, and Snowflake tells nobody.
 */
public final class TaskReport {
  private final Warehouse warehouse;
  private final AppSchema app;

  public TaskReport(Warehouse warehouse, AppSchema app) {
    this.warehouse = warehouse;
    this.app = app;
  }

  /** A JSON object: docs/tasks.md has its fields. */
  public String json() {
    Contracts contracts = contracts();
    Map<String, String> failures = pairs(failures());
    ObjectNode json = Json.STRICT.createObjectNode();
    ArrayNode tasks = json.putArray("tasks");
    ArrayNode wrong = json.putArray("wrongly_suspended");
    for (TaskStatus task : TaskStatus.all(warehouse, app)) {
      String contract = contracts.bySchema().get(task.schema());
      if (contract == null && !isGroup(task)) {
        continue; // it exports nothing
      }
      Optional<String> reason = contract == null ? contracts.group(task) : contracts.own(contract);
      String name = app.database() + "." + task.schema() + "." + task.name();
      ObjectNode one = tasks.addObject().put("name", name);
      if (contract != null) {
        one.put("contract", contract);
      }
      describe(one, task, failures.getOrDefault(task.id(), "0"));
      if (task.isSuspended()) {
        one.put("why", reason.orElse(task.isAutoSuspended() ? "failed too often" : "by hand"));
      }
      if (task.isSuspended() && reason.isEmpty()) {
        wrong.add(name);
      }
    }
    return json.toString();
  }

  private boolean isGroup(TaskStatus task) {
    return task.schema().equals(app.schema())
        && task.name().startsWith(AppSchema.groupTaskName(""));
  }

  private static void describe(ObjectNode one, TaskStatus task, String failures) {
    one.put("state", task.state())
        .put("schedule", task.schedule().orElse("triggered"))
        .put("auto_suspended", task.isAutoSuspended())
        .put("failures", Long.parseLong(failures));
    if (task.isSuspended()) {
      one.put("suspended_on", task.suspendedOn().orElse(null));
    }
  }

  /**
   * What is known of the contracts, each by its id.
   *
   * @param bySchema the contracts by the schemas they have for themselves
   * @param inForce those with a version in force, and which
   * @param stopped those that are halted or paused
   * @param grouped those that a group exports, and which
   */
  private record Contracts(
      Map<String, String> bySchema,
      Map<String, String> inForce,
      Map<String, String> stopped,
      Map<String, String> grouped) {

    /** Why a contract's own task is suspended; empty if it should not be. */
    Optional<String> own(String contract) {
      if (!inForce.containsKey(contract)) {
        return Optional.of("no version in force");
      }
      return Optional.ofNullable(stopped.get(contract))
          .or(() -> Optional.ofNullable(grouped.get(contract)).map(g -> "exported by group " + g));
    }

    /** Why a group's task is suspended; empty if it should not be. */
    Optional<String> group(TaskStatus task) {
      boolean hasMembers =
          grouped.values().stream().map(AppSchema::groupTaskName).anyMatch(task.name()::equals);
      return hasMembers ? Optional.empty() : Optional.of("no members");
    }
  }

  private Contracts contracts() {
    Map<String, String> bySchema = new HashMap<>();
    for (Row row : warehouse.rows("SELECT DISTINCT CONTRACT FROM " + app.contracts())) {
      ContractId id = ContractId.parse(row.text(0));
      bySchema.put(new ContractSchema(app, id).name(), id.toString());
    }
    return new Contracts(
        bySchema,
        pairs(inForce()),
        pairs("SELECT CONTRACT, STATE FROM " + app.stoppedContracts()),
        pairs("SELECT CONTRACT, EXPORT_GROUP FROM " + app.groupMembers()));
  }

  private String inForce() {
    return "SELECT v.CONTRACT, v.VERSION FROM (SELECT CONTRACT, VERSION, STATE FROM "
        + app.versionStates()
        + " QUALIFY ROW_NUMBER() OVER (PARTITION BY CONTRACT, VERSION ORDER BY CHANGED_AT DESC)"
        + " = 1) AS v WHERE v.STATE = 'active'";
  }

  /** Failed runs within the seven days that TASK_HISTORY keeps, and the ten thousand it answers. */
  private String failures() {
    return "SELECT ROOT_TASK_ID, COUNT(*) FROM TABLE("
        + app.database()
        + ".INFORMATION_SCHEMA.TASK_HISTORY(ERROR_ONLY => TRUE, RESULT_LIMIT => 10000))"
        + " GROUP BY ROOT_TASK_ID";
  }

  private Map<String, String> pairs(String sql) {
    Map<String, String> pairs = new HashMap<>();
    warehouse.rows(sql).forEach(row -> pairs.put(row.text(0), row.text(1)));
    return pairs;
  }
}
