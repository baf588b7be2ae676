package dev.freshet.procs.gate;

import dev.freshet.contract.Contract;
import dev.freshet.contract.ContractException;
import dev.freshet.contract.evolution.ChangeRule;
import dev.freshet.contract.evolution.Evolution;
import dev.freshet.contract.evolution.Judgement;
import dev.freshet.contract.odcs.ContractReader;
import dev.freshet.contract.odcs.Owners;
import dev.freshet.contract.odcs.YamlLines;
import dev.freshet.procs.home.ContractTexts;
import dev.freshet.procs.sql.AppSchema;
import dev.freshet.procs.sql.ContractSchema;
import dev.freshet.procs.version.History;
import dev.freshet.procs.version.VersionStates;
import dev.freshet.procs.warehouse.Warehouse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The gate that stands before registration and promotion. It looks at the file, at every registered
 * version and at the live source, and writes nothing.
 */
public final class Gate {
  private final AppSchema app;
  private final Warehouse warehouse;
  private final ContractTexts texts;

  public Gate(Warehouse warehouse, AppSchema app) {
    this.warehouse = warehouse;
    this.app = app;
    this.texts = new ContractTexts(warehouse, app);
  }

  /**
   * Judges a contract file.
   *
   * @param text the file, ODCS in YAML
   */
  public GateReport judge(String text) {
    Contract contract;
    try {
      contract = ContractReader.read("the contract", text);
    } catch (ContractException e) {
      YamlLines lines = YamlLines.readable(text);
      return GateReport.unsound(
          Owners.named(text), e.problems().stream().map(p -> GateFinding.of(p, lines)).toList());
    }
    History history = new VersionStates(warehouse, app, contract.id()).history();
    Judgement judgement = Evolution.judge(earlier(contract, text), contract);
    List<GateFinding> findings = new ArrayList<>(history(judgement, text, history));
    judgement.findings().stream().map(GateFinding::of).forEach(findings::add);
    SourceInspection source =
        new SourceInspection(warehouse, new ContractSchema(app, contract.id()), contract);
    source.inspect();
    findings.addAll(source.findings());
    return new GateReport(
        Optional.of(contract),
        contract.owner().toString(),
        judgement.verdict(),
        history.inForce(),
        findings,
        source.grants(),
        source.rows());
  }

  /**
   * The versions it follows. A text that is registered already is held against those before it, so
   * that registering and promoting it once more is judged as it was the first time.
   */
  private List<Contract> earlier(Contract contract, String text) {
    List<Contract> all = texts.all(contract.id());
    boolean registered =
        texts.find(contract.id(), contract.version()).filter(text::equals).isPresent();
    return registered
        ? all.stream().filter(c -> c.version().compareTo(contract.version()) < 0).toList()
        : all;
  }

  private List<GateFinding> history(Judgement judgement, String text, History history) {
    Contract contract = judgement.next();
    List<GateFinding> findings = new ArrayList<>();
    if (history.isRetired()) {
      findings.add(
          GateFinding.ofHistory(
              "contract-retired",
              "id",
              contract.id()
                  + " is retired and its id is never used again: consumers were told that it"
                  + " ended. Begin a new major"));
    }
    boolean said =
        judgement.findings().stream().anyMatch(f -> f.rule() == ChangeRule.VERSION_REUSED);
    if (!said
        && texts.find(contract.id(), contract.version()).filter(t -> !t.equals(text)).isPresent()) {
      findings.add(
          GateFinding.ofHistory(
              "version-reused",
              "version",
              contract.version()
                  + " is registered with another text, which never changes; raise the version"));
    }
    return findings;
  }
}
