package dev.freshet.procs.lifecycle;

import dev.freshet.contract.Contract;
import dev.freshet.contract.Version;
import dev.freshet.contract.evolution.ChangeRule;
import dev.freshet.contract.evolution.Evolution;
import dev.freshet.contract.evolution.Finding;
import dev.freshet.contract.evolution.Judgement;
import dev.freshet.contract.evolution.Verdict;
import dev.freshet.procs.gate.Gate;
import dev.freshet.procs.gate.GateFinding;
import dev.freshet.procs.gate.GateReport;
import dev.freshet.procs.home.ContractTexts;
import dev.freshet.procs.sql.AppSchema;
import dev.freshet.procs.version.History;
import dev.freshet.procs.warehouse.Warehouse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The gate once more, since the source may have moved, and what only a promotion asks: whether the
 * change wants all facts published again, and whether that can be done.
 */
final class PromotionGate {
  private final Warehouse warehouse;
  private final AppSchema app;
  private final History history;

  PromotionGate(Warehouse warehouse, AppSchema app, History history) {
    this.warehouse = warehouse;
    this.app = app;
    this.history = history;
  }

  /**
   * What it says, and whether all facts are to be published again.
   *
   * @param snapshotFor the changes that want it, in words; empty if none does or nobody wants it
   */
  record Judged(GateReport report, List<String> snapshotFor) {}

  Judged judge(Contract contract, boolean withoutSnapshot) {
    ContractTexts texts = new ContractTexts(warehouse, app);
    String text = texts.find(contract.id(), contract.version()).orElseThrow();
    GateReport report = new Gate(warehouse, app).judge(text);
    Optional<Version> highest = history.highestInForce();
    if (highest.isPresent() && highest.get().compareTo(contract.version()) > 0) {
      report = report.with(passed(contract, highest.get()));
    }
    if (history.inForce().isEmpty()) {
      return new Judged(report, List.of());
    }
    List<String> snapshotFor = new ArrayList<>();
    Contract now = texts.read(contract.id(), history.inForce().get());
    Judgement step = Evolution.judge(List.of(now), contract);
    for (Finding finding : step.findings()) {
      if (finding.rule() == ChangeRule.SOURCE_CHANGED) {
        report = report.with(source(finding));
      } else if (finding.verdict() == Verdict.COMPATIBLE_WITH_SNAPSHOT && !withoutSnapshot) {
        if (contract.kind() == Contract.Kind.EVENT) {
          report = report.with(events(finding));
        }
        snapshotFor.add(finding.rule().word() + " " + finding.where());
      }
    }
    return new Judged(report, snapshotFor);
  }

  /** The rules were asked whether the higher version may follow this one, never the reverse. */
  private static GateFinding passed(Contract contract, Version highest) {
    return GateFinding.ofHistory(
        "version-passed",
        "version",
        contract.version()
            + " stands below "
            + highest
            + ", and "
            + highest
            + " was in force: consumers may hold its schema and facts. Register the text under a"
            + " version above it; to go back there is the rollback");
  }

  private static GateFinding events(Finding finding) {
    return GateFinding.ofHistory(
        "needs-snapshot",
        finding.where(),
        finding.rule().word()
            + " wants all facts published again, but an event is published once. If consumers can"
            + " live with older events as they are, promote with without_snapshot");
  }

  private static GateFinding source(Finding finding) {
    return GateFinding.ofHistory(
        "needs-snapshot",
        finding.where(),
        "the source changed from "
            + finding.before()
            + " to "
            + finding.after()
            + ": its stream would begin anew, and what the two tables differ by would never be"
            + " published. Begin a new major over the new source");
  }
}
