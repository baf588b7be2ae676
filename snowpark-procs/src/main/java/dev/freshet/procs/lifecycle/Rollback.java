package dev.freshet.procs.lifecycle;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.freshet.contract.Contract;
import dev.freshet.contract.ContractId;
import dev.freshet.contract.Json;
import dev.freshet.contract.Version;
import dev.freshet.procs.gate.GateFinding;
import dev.freshet.procs.gate.LiveSource;
import dev.freshet.procs.home.ContractTexts;
import dev.freshet.procs.sql.AppSchema;
import dev.freshet.procs.sql.ContractSchema;
import dev.freshet.procs.sql.Sql;
import dev.freshet.procs.task.ContractTask;
import dev.freshet.procs.version.History;
import dev.freshet.procs.version.VersionStates;
import dev.freshet.procs.warehouse.Row;
import dev.freshet.procs.warehouse.Warehouse;
import java.util.List;

/**
 * Returns to the version that was in force before, from the next change set on. What was published
 * meanwhile stays published; the answer names its change sets.
 *
 * <p>The reason names the rollback: calling again with the same one finishes what a crash left and
 * goes no further back.
 */
public final class Rollback {
  private final Warehouse warehouse;
  private final AppSchema app;
  private final ContractSchema schema;

  public Rollback(Warehouse warehouse, AppSchema app, ContractId contract) {
    this.warehouse = warehouse;
    this.app = app;
    this.schema = new ContractSchema(app, contract);
  }

  /**
   * Rolls back.
   *
   * @param by names this call; never used before
   * @return a JSON object with the version in force and the change sets to replay
   * @throws LifecycleException if there is nothing to return to, or the source no longer bears it
   */
  public String rollBack(String reason, String by) {
    Reasons.require(reason);
    VersionStates states = new VersionStates(warehouse, app, schema.contract());
    History history = states.history();
    if (!done(history, reason)) {
      HeadInForce.Seen seen = new HeadInForce(warehouse, schema).read();
      new Change(warehouse, schema)
          .to(seen, history, target(history), "rollback", reason, by, () -> {});
      history = states.history();
    }
    new ContractTask(warehouse, schema)
        .start(
            new ContractTexts(warehouse, app)
                .read(schema.contract(), history.inForce().orElseThrow()));
    return answer(history);
  }

  private static boolean done(History history, String reason) {
    return history.isRolledBack()
        && history.lastActivation().filter(c -> c.reason().equals(reason)).isPresent();
  }

  private Contract target(History history) {
    Version current =
        history
            .inForce()
            .orElseThrow(
                () ->
                    new LifecycleException("no version of " + schema.contract() + " is in force"));
    Version before =
        history
            .before()
            .orElseThrow(
                () ->
                    new LifecycleException(
                        schema.contract()
                            + " "
                            + current
                            + " is the first version in force: there is none to return to. Register"
                            + " and promote another, or retire the contract"));
    Contract contract = new ContractTexts(warehouse, app).read(schema.contract(), before);
    requireBorne(contract);
    return contract;
  }

  private void requireBorne(Contract contract) {
    List<GateFinding> findings =
        LiveSource.columns(warehouse, contract).stream().filter(GateFinding::refuses).toList();
    if (!findings.isEmpty()) {
      throw new LifecycleException(
          "the source no longer bears "
              + contract.id()
              + " "
              + contract.version()
              + ", the version to return to: "
              + findings);
    }
  }

  private String answer(History history) {
    Version left = history.lastLeft().orElseThrow();
    ObjectNode json =
        Json.STRICT
            .createObjectNode()
            .put("contract", schema.contract().toString())
            .put("version", history.inForce().orElseThrow().toString())
            .put("state", "active")
            .put("rolled_back", left.toString());
    Row range = published(left);
    if (range.optional(0).isPresent()) {
      json.putObject("to_replay").put("from", range.whole(0)).put("to", range.whole(1));
    } else {
      json.putNull("to_replay");
    }
    return json.put("task", new ContractTask(warehouse, schema).state()).toString();
  }

  private Row published(Version version) {
    return warehouse
        .rows(
            "SELECT MIN(SEQUENCE), MAX(SEQUENCE) FROM "
                + app.changeSets()
                + " WHERE CONTRACT = "
                + Sql.literal(schema.contract().toString())
                + " AND CONTRACT_VERSION = "
                + Sql.literal(version.toString()))
        .get(0);
  }
}
