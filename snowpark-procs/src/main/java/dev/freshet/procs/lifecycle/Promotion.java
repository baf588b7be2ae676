package dev.freshet.procs.lifecycle;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.freshet.contract.Contract;
import dev.freshet.contract.ContractId;
import dev.freshet.contract.Json;
import dev.freshet.contract.ReplayId;
import dev.freshet.contract.Version;
import dev.freshet.procs.gate.GateFinding;
import dev.freshet.procs.gate.GateReport;
import dev.freshet.procs.home.ContractTexts;
import dev.freshet.procs.home.Settings;
import dev.freshet.procs.rehearse.Rehearsal;
import dev.freshet.procs.rehearse.Rehearsals;
import dev.freshet.procs.request.RequestKind;
import dev.freshet.procs.request.Requests;
import dev.freshet.procs.request.SnapshotOptions;
import dev.freshet.procs.sql.AppSchema;
import dev.freshet.procs.sql.ContractSchema;
import dev.freshet.procs.task.ContractTask;
import dev.freshet.procs.task.GroupTask;
import dev.freshet.procs.version.History;
import dev.freshet.procs.version.VersionState;
import dev.freshet.procs.version.VersionStates;
import dev.freshet.procs.warehouse.Warehouse;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Puts a staged version in force, once the gate passes and a rehearsal did. It is called again
 * until it answers {@code active} or {@code refused}: a call never waits for the bridge.
 */
public final class Promotion {
  private final Warehouse warehouse;
  private final AppSchema app;
  private final ContractSchema schema;
  private final Supplier<String> names;

  /**
   * @param names gives names never used before
   */
  public Promotion(
      Warehouse warehouse, AppSchema app, ContractId contract, Supplier<String> names) {
    this.warehouse = warehouse;
    this.app = app;
    this.schema = new ContractSchema(app, contract);
    this.names = names;
  }

  /**
   * Goes on with the promotion of a version.
   *
   * @return a JSON object; {@code state} is {@code rehearsing}, {@code active} or {@code refused}
   * @throws LifecycleException if the version is not staged
   */
  public String promote(Version version, String options) {
    PromoteOptions chosen = PromoteOptions.read(options);
    History history = new VersionStates(warehouse, app, schema.contract()).history();
    VersionState state =
        history.of(version).orElseThrow(() -> new LifecycleException(unknown(version)));
    return switch (state) {
      case ACTIVE -> finish(version);
      case RETIRED -> throw new LifecycleException(retired(version));
      case STAGED -> staged(version, history, chosen);
    };
  }

  private String staged(Version version, History history, PromoteOptions options) {
    requireRegistered(version);
    ContractTexts texts = new ContractTexts(warehouse, app);
    Contract contract = texts.read(schema.contract(), version);
    contract
        .exportGroup()
        .ifPresent(g -> new GroupTask(warehouse, app, g).requireRoom(contract.id()));
    Rehearsals rehearsals = new Rehearsals(warehouse, schema, contract);
    Rehearsal rehearsal = rehearsals.look();
    if (rehearsal instanceof Rehearsal.Waiting waiting) {
      return rehearsing(version, waiting);
    }
    if (rehearsal instanceof Rehearsal.Failed failed) {
      return refused(version, failed);
    }
    HeadInForce.Seen seen = new HeadInForce(warehouse, schema).read();
    PromotionGate.Judged judged =
        new PromotionGate(warehouse, app, history).judge(contract, options.withoutSnapshot());
    GateReport report = judged.report();
    if (!report.passes()) {
      return refused(report);
    }
    if (rehearsal instanceof Rehearsal.Passed) {
      new Change(warehouse, schema)
          .to(
              seen,
              history,
              contract,
              "promote",
              options.reason(),
              "promotion " + names.get(),
              () -> askSnapshot(version, judged.snapshotFor()));
      return finish(version);
    }
    return begin(rehearsals, report, options.reason());
  }

  /** The task is the last thing that a first registration makes. */
  private void requireRegistered(Version version) {
    if (!new ContractTask(warehouse, schema).isMade()) {
      throw new LifecycleException(
          "the registration of "
              + schema.contract()
              + " "
              + version
              + " stopped half way; register the same file again, then promote");
    }
  }

  /** In the transaction of the promotion, or a crash between the two would leave old facts. */
  private void askSnapshot(Version version, List<String> changes) {
    if (!changes.isEmpty()) {
      String reason = "promotion of " + version + ": " + String.join(", ", changes);
      new Requests(warehouse, schema)
          .add(
              "snapshot-" + names.get(),
              RequestKind.SNAPSHOT,
              new SnapshotOptions(Optional.empty(), reason).json(),
              reason);
    }
  }

  private String begin(Rehearsals rehearsals, GateReport report, String reason) {
    Contract contract = report.contract().orElseThrow();
    ReplayId id =
        new ReplayId("v" + contract.version().toString().replace('.', '-') + "-" + names.get());
    Rehearsal begun = rehearsals.begin(id, reason, Settings.read(warehouse, app).rehearsalRows());
    if (begun instanceof Rehearsal.Broken broken) {
      GateReport[] all = {report};
      broken
          .rules()
          .forEach((rule, rows) -> all[0] = all[0].with(GateFinding.ofRehearsal(rule, rows)));
      return refused(all[0]);
    }
    return rehearsing(contract.version(), (Rehearsal.Waiting) begun);
  }

  /** What is left to do once it is in force; again and again, if need be. */
  private String finish(Version version) {
    new ContractTask(warehouse, schema)
        .start(new ContractTexts(warehouse, app).read(schema.contract(), version));
    HeadInForce.Seen head = new HeadInForce(warehouse, schema).read();
    return answer(version, "active")
        .put("from_sequence", head.sequence() + 1)
        .put("topic", schema.contract().toString())
        .put("task", new ContractTask(warehouse, schema).state())
        .put("open_requests", new Requests(warehouse, schema).open().size())
        .toString();
  }

  private String rehearsing(Version version, Rehearsal.Waiting waiting) {
    ObjectNode json = answer(version, "rehearsing");
    json.putObject("rehearsal")
        .put("id", waiting.id().text())
        .put("rows", waiting.rows())
        .put("topic", schema.contract() + ".staging");
    return json.put("next", "the bridge publishes and reads back; call again").toString();
  }

  private String refused(Version version, Rehearsal.Failed failed) {
    Contract contract = new ContractTexts(warehouse, app).read(schema.contract(), version);
    GateReport report =
        GateReport.ofRehearsal(
            contract,
            new VersionStates(warehouse, app, schema.contract()).history().inForce(),
            GateFinding.ofRehearsal(failed.id() + " failed: " + failed.message()));
    return refused(report);
  }

  private static String refused(GateReport report) {
    return report
        .json()
        .put("state", "refused")
        .put("next", "cure what refuses and promote again: a new rehearsal begins if need be")
        .toString();
  }

  private ObjectNode answer(Version version, String state) {
    return Json.STRICT
        .createObjectNode()
        .put("contract", schema.contract().toString())
        .put("version", version.toString())
        .put("state", state);
  }

  private String unknown(Version version) {
    return schema.contract() + " " + version + " is not registered; register it first";
  }

  private String retired(Version version) {
    return schema.contract()
        + " "
        + version
        + " is retired: it was in force and was followed or rolled back, or its contract ended. A"
        + " version enters force once; register another version with what is to hold now";
  }
}
