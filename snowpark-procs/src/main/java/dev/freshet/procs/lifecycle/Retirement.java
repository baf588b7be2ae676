package dev.freshet.procs.lifecycle;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.freshet.contract.Contract;
import dev.freshet.contract.ContractId;
import dev.freshet.contract.Json;
import dev.freshet.procs.export.ExportRun;
import dev.freshet.procs.halt.HaltLog;
import dev.freshet.procs.home.ContractTexts;
import dev.freshet.procs.pause.Pauses;
import dev.freshet.procs.sql.AppSchema;
import dev.freshet.procs.sql.ContractSchema;
import dev.freshet.procs.task.ContractTask;
import dev.freshet.procs.version.History;
import dev.freshet.procs.version.VersionStates;
import dev.freshet.procs.warehouse.Warehouse;
import java.util.function.Supplier;

/**
 * Ends a contract: its last changes are taken, a change set of no rows tells consumers and lanes
 * that there will be no other, its task is suspended, and its id is never used again. Calling again
 * finishes what a crash left.
 */
public final class Retirement {
  private final Warehouse warehouse;
  private final AppSchema app;
  private final ContractSchema schema;
  private final Supplier<String> names;

  /**
   * @param names gives names never used before
   */
  public Retirement(
      Warehouse warehouse, AppSchema app, ContractId contract, Supplier<String> names) {
    this.warehouse = warehouse;
    this.app = app;
    this.schema = new ContractSchema(app, contract);
    this.names = names;
  }

  /**
   * Retires the contract.
   *
   * @return a JSON object with the sequence of the last change set
   * @throws LifecycleException if the contract is not registered
   * @throws SomebodyElse if a run is at work that may hold the last changes
   * @throws dev.freshet.procs.halt.ContractHalted if it is halted: its last changes cannot be taken
   */
  public String retire(String reason) {
    Reasons.require(reason);
    History history = new VersionStates(warehouse, app, schema.contract()).history();
    if (history.changes().isEmpty()) {
      throw new LifecycleException(schema.contract() + " is not registered");
    }
    HeadInForce.Seen seen = new HeadInForce(warehouse, schema).read();
    ExportRun export = new ExportRun(warehouse, schema);
    if (!history.isRetired()) {
      end(export, seen, reason);
    }
    new ContractTask(warehouse, schema).end();
    export.announceLeft(names.get());
    return answer();
  }

  private void end(ExportRun export, HeadInForce.Seen seen, String reason) {
    Change change = new Change(warehouse, schema);
    if (seen.version().isEmpty()) {
      change.endOfUnpublished(seen, reason, "retirement " + names.get());
      return;
    }
    new HaltLog(warehouse, schema).requireNone();
    requireNotPaused();
    Contract contract =
        new ContractTexts(warehouse, app).read(schema.contract(), seen.version().get());
    export.requireNothingHeldBack(contract);
    if (export.export(names.get()).isLeft()) {
      throw new SomebodyElse(schema.contract()); // their run may hold the last changes
    }
    export.end(contract, names.get(), () -> change.writeEnd(seen.version(), reason));
  }

  /** A paused contract exports nothing, so its last changes could not be taken. */
  private void requireNotPaused() {
    new Pauses(warehouse, schema)
        .standing()
        .ifPresent(
            pause -> {
              throw new LifecycleException(
                  schema.contract()
                      + " is paused by "
                      + pause.actor()
                      + " since "
                      + pause.since()
                      + " ("
                      + pause.reason()
                      + "); resume it, then retire it");
            });
  }

  private String answer() {
    HeadInForce.Seen head = new HeadInForce(warehouse, schema).read();
    ObjectNode json =
        Json.STRICT
            .createObjectNode()
            .put("contract", schema.contract().toString())
            .put("state", "retired");
    if (head.sequence() > 0) {
      json.put("last_sequence", head.sequence());
    }
    return json.put("task", new ContractTask(warehouse, schema).state()).toString();
  }
}
