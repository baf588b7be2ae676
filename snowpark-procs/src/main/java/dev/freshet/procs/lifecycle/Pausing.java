package dev.freshet.procs.lifecycle;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.freshet.contract.ContractId;
import dev.freshet.contract.Json;
import dev.freshet.contract.Version;
import dev.freshet.procs.home.AuditLog;
import dev.freshet.procs.home.Options;
import dev.freshet.procs.pause.Pauses;
import dev.freshet.procs.pause.StandingPause;
import dev.freshet.procs.source.StreamState;
import dev.freshet.procs.sql.AppSchema;
import dev.freshet.procs.sql.ContractSchema;
import dev.freshet.procs.task.ContractTask;
import dev.freshet.procs.warehouse.Transaction;
import dev.freshet.procs.warehouse.Warehouse;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Pauses a contract: its task is suspended, or its group goes on without it, until RESUME_CONTRACT.
 * A run under way ends as usual. Changes wait in the stream, and the answer says for how long they
 * can. Calling again changes nothing but suspends a task that somebody resumed by hand.
 */
final class Pausing {
  private final Warehouse warehouse;
  private final AppSchema app;
  private final ContractSchema schema;

  Pausing(Warehouse warehouse, AppSchema app, ContractId contract) {
    this.warehouse = warehouse;
    this.app = app;
    this.schema = new ContractSchema(app, contract);
  }

  /**
   * Pauses.
   *
   * @param run names the pause; never used before
   * @throws LifecycleException if there is no reason, or nothing in force to pause
   */
  String pause(String run, @Nullable String options) {
    String reason = reason(options);
    Reasons.require(reason);
    Version inForce =
        new HeadInForce(warehouse, schema)
            .read()
            .version()
            .orElseThrow(
                () ->
                    new LifecycleException(
                        "no version of "
                            + schema.contract()
                            + " is in force, so nothing is exported that could be paused"));
    Pauses pauses = new Pauses(warehouse, schema);
    Optional<StandingPause> standing = pauses.standing();
    if (standing.isEmpty()) {
      Transaction.in(
          warehouse,
          () -> {
            pauses.add(run, reason);
            new AuditLog(warehouse, app)
                .write("pause", schema.contract(), Optional.of(inForce), reason);
            return run;
          });
    }
    ContractTask task = new ContractTask(warehouse, schema);
    task.stop();
    ObjectNode json =
        Json.STRICT
            .createObjectNode()
            .put("contract", schema.contract().toString())
            .put("state", "paused")
            .put("paused_before", standing.isPresent())
            .put("task", task.state());
    StreamState.read(warehouse, schema)
        .ifPresent(stream -> json.put("stale_after", stream.staleAfter()));
    return json.toString();
  }

  private static String reason(@Nullable String options) {
    return Options.read("PAUSE_CONTRACT", options, Set.of("reason"), "{\"reason\": \"why\"}")
        .text("reason")
        .orElse("");
  }
}
