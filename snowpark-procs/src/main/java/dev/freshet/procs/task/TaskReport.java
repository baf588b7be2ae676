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
import java.util.List;
import java.util.Map;

/**
 * All tasks in one look: whether each runs, why not, and how often it failed of late. A task that
 * does not run though its contract should be exported is named apart: changes wait in its streams,
 * and nobody is told by Snowflake.
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
    Map<String, String> contracts = contracts();
    Map<String, String> stopped = pairs("SELECT CONTRACT, STATE FROM " + app.stoppedContracts());
    Map<String, String> grouped = pairs("SELECT CONTRACT, EXPORT_GROUP FROM " + app.groupMembers());
    Map<String, String> inForce = pairs(inForce());
    Map<String, String> failures = pairs(failures());
    ObjectNode json = Json.STRICT.createObjectNode();
    ArrayNode tasks = json.putArray("tasks");
    ArrayNode wrong = json.putArray("wrongly_suspended");
    for (TaskStatus task : TaskStatus.all(warehouse, app)) {
      String contract = contracts.get(task.schema());
      boolean isGroup =
          task.schema().equals(app.schema()) && task.name().startsWith("EXPORT_GROUP_");
      if (contract == null && !isGroup) {
        continue; // not ours
      }
      ObjectNode one = tasks.addObject();
      one.put("name", app.database() + "." + task.schema() + "." + task.name());
      if (contract != null) {
        one.put("contract", contract);
      }
      String why =
          contract == null ? group(task, grouped) : own(contract, stopped, grouped, inForce);
      boolean isWrong = task.isSuspended() && why.isEmpty();
      one.put("state", task.state())
          .put("schedule", task.schedule().orElse("triggered"))
          .put("auto_suspended", task.isAutoSuspended())
          .put("failures", Long.parseLong(failures.getOrDefault(task.id(), "0")));
      if (task.isSuspended()) {
        one.put("why", isWrong ? wronged(task) : why)
            .put("suspended_on", task.suspendedOn().orElse(null));
      }
      if (isWrong) {
        wrong.add(one.path("name").asText());
      }
    }
    return json.toString();
  }

  /** Why a contract's own task may be suspended; empty if it may not. */
  private static String own(
      String contract,
      Map<String, String> stopped,
      Map<String, String> grouped,
      Map<String, String> inForce) {
    if (!inForce.containsKey(contract)) {
      return "no version in force";
    }
    if (stopped.containsKey(contract)) {
      return stopped.get(contract);
    }
    return grouped.containsKey(contract) ? "exported by group " + grouped.get(contract) : "";
  }

  private static String group(TaskStatus task, Map<String, String> grouped) {
    boolean hasMembers =
        grouped.values().stream().anyMatch(g -> AppSchema.groupTaskName(g).equals(task.name()));
    return hasMembers ? "" : "no members";
  }

  private static String wronged(TaskStatus task) {
    return task.isAutoSuspended() ? "failed too often" : "suspended by hand";
  }

  /** Contracts by the schemas they have for themselves. */
  private Map<String, String> contracts() {
    Map<String, String> bySchema = new HashMap<>();
    for (Row row : warehouse.rows("SELECT DISTINCT CONTRACT FROM " + app.contracts())) {
      ContractId id = ContractId.parse(row.text(0));
      bySchema.put(new ContractSchema(app, id).name(), id.toString());
    }
    return bySchema;
  }

  private String inForce() {
    return "SELECT S.CONTRACT, S.VERSION FROM "
        + app.versionStates()
        + " S JOIN (SELECT CONTRACT, VERSION, MAX(CHANGED_AT) AS CHANGED_AT FROM "
        + app.versionStates()
        + " GROUP BY CONTRACT, VERSION) L ON L.CONTRACT = S.CONTRACT AND L.VERSION = S.VERSION"
        + " AND L.CHANGED_AT = S.CHANGED_AT WHERE S.STATE = 'active'";
  }

  /** Failed runs within the seven days that TASK_HISTORY keeps, and the ten thousand it answers. */
  private String failures() {
    return "SELECT ROOT_TASK_ID, COUNT(*) FROM TABLE("
        + app.database()
        + ".INFORMATION_SCHEMA.TASK_HISTORY(ERROR_ONLY => TRUE, RESULT_LIMIT => 10000))"
        + " GROUP BY ROOT_TASK_ID";
  }

  private Map<String, String> pairs(String sql) {
    List<Row> rows = warehouse.rows(sql);
    Map<String, String> pairs = new HashMap<>();
    rows.forEach(row -> pairs.put(row.text(0), row.text(1)));
    return pairs;
  }
}
