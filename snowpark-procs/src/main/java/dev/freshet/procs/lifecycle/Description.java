package dev.freshet.procs.lifecycle;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.freshet.contract.Contract;
import dev.freshet.contract.ContractId;
import dev.freshet.contract.Json;
import dev.freshet.procs.halt.HaltLog;
import dev.freshet.procs.home.ContractTexts;
import dev.freshet.procs.pause.Pauses;
import dev.freshet.procs.request.OpenRequest;
import dev.freshet.procs.request.Requests;
import dev.freshet.procs.source.StreamState;
import dev.freshet.procs.sql.AppSchema;
import dev.freshet.procs.sql.ContractSchema;
import dev.freshet.procs.sql.Sql;
import dev.freshet.procs.task.ContractTask;
import dev.freshet.procs.task.TaskStatus;
import dev.freshet.procs.version.History;
import dev.freshet.procs.version.StateChange;
import dev.freshet.procs.version.VersionStates;
import dev.freshet.procs.warehouse.Row;
import dev.freshet.procs.warehouse.Warehouse;
import java.util.List;
import java.util.Optional;

/** What there is to say of a contract in one look. Reads only. */
public final class Description {
  private final Warehouse warehouse;
  private final AppSchema app;
  private final ContractSchema schema;

  public Description(Warehouse warehouse, AppSchema app, ContractId contract) {
    this.warehouse = warehouse;
    this.app = app;
    this.schema = new ContractSchema(app, contract);
  }

  /**
   * Describes it.
   *
   * @return a JSON object: docs/lifecycle.md has its fields
   * @throws LifecycleException if it is not registered
   */
  public String describe() {
    History history = new VersionStates(warehouse, app, schema.contract()).history();
    List<Contract> all = new ContractTexts(warehouse, app).all(schema.contract());
    if (all.isEmpty()) {
      throw new LifecycleException(schema.contract() + " is not registered");
    }
    Contract shown =
        all.stream()
            .filter(c -> history.inForce().filter(c.version()::equals).isPresent())
            .findFirst()
            .orElse(all.get(all.size() - 1));
    ObjectNode json =
        Json.STRICT
            .createObjectNode()
            .put("contract", schema.contract().toString())
            .put("in_force", history.inForce().map(Object::toString).orElse(null))
            .put("rollback_to", history.before().map(Object::toString).orElse(null))
            .put("retired", history.isRetired())
            .put("owner", shown.owner().toString())
            .put("source", shown.source().toString())
            .put("topic", shown.topic());
    versions(json.putArray("versions"), history);
    head(json.putObject("head"));
    task(json);
    json.put(
        "stale_after",
        StreamState.read(warehouse, schema).map(StreamState::staleAfter).orElse(null));
    halts(json);
    requests(json.putArray("open_requests"));
    return json.put("open_rejections", openRejections()).toString();
  }

  /** Each change of state, the oldest first. */
  private static void versions(ArrayNode versions, History history) {
    for (StateChange change : history.changes()) {
      versions
          .addObject()
          .put("version", change.version().toString())
          .put("state", change.state().word())
          .put("now", history.of(change.version()).orElseThrow().word())
          .put("reason", change.reason())
          .put("actor", change.actor())
          .put("changed_at", change.changedAt());
    }
  }

  private void head(ObjectNode head) {
    for (Row row :
        warehouse.rows(
            "SELECT SEQUENCE, ANNOUNCED, WRITTEN, LANES, LANES_SINCE, ATTEMPT FROM "
                + schema.head())) {
      head.put("sequence", row.whole(0))
          .put("announced", row.whole(1))
          .put("written", row.whole(2))
          .put("lanes", row.whole(3))
          .put("lanes_since", row.whole(4))
          .put("attempt", row.whole(5));
    }
  }

  private void task(ObjectNode json) {
    Optional<TaskStatus> status = new ContractTask(warehouse, schema).status();
    json.put("task", status.map(TaskStatus::state).orElse("not made yet"));
    status.ifPresent(s -> json.set("task_detail", s.json(warehouse, app)));
    new Pauses(warehouse, schema)
        .standing()
        .ifPresent(
            pause ->
                json.putObject("paused")
                    .put("reason", pause.reason())
                    .put("actor", pause.actor())
                    .put("since", pause.since()));
  }

  private void halts(ObjectNode json) {
    ArrayNode halts = json.putArray("open_halts");
    new HaltLog(warehouse, schema)
        .standing()
        .ifPresent(
            halt ->
                halts
                    .addObject()
                    .put("reason", halt.reason())
                    .put("found", halt.found())
                    .put("owner", halt.owner())
                    .put("since", halt.since()));
  }

  /** How far each request is; the keys that it stands at are values of rows, and not shown. */
  private void requests(ArrayNode requests) {
    for (OpenRequest open : new Requests(warehouse, schema).open()) {
      requests
          .addObject()
          .put("request", open.request().id())
          .put("kind", open.request().kind().word())
          .put("reason", open.request().reason())
          .put("actor", open.request().actor())
          .put("requested_at", open.request().requestedAt())
          .put("chunks", open.steps())
          .put("published", open.published());
    }
  }

  private long openRejections() {
    return warehouse
        .rows(
            "SELECT COUNT(*) FROM "
                + app.openRejections()
                + " WHERE CONTRACT = "
                + Sql.literal(schema.contract().toString()))
        .get(0)
        .whole(0);
  }
}
