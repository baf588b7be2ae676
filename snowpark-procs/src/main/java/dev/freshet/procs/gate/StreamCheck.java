package dev.freshet.procs.gate;

import dev.freshet.contract.Contract;
import dev.freshet.procs.source.SourceKind;
import dev.freshet.procs.source.SourceObject;
import dev.freshet.procs.warehouse.Warehouse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether a stream can be made on a contract's source, and if not, why and who can help. */
public final class StreamCheck {
  private final Warehouse warehouse;
  private final Contract contract;
  private final SourceGrants statements;
  private final List<GateFinding> findings = new ArrayList<>();
  private final List<String> grants = new ArrayList<>();

  public StreamCheck(Warehouse warehouse, Contract contract) {
    this(warehouse, contract, SourceGrants.of(warehouse, contract.source()));
  }

  StreamCheck(Warehouse warehouse, Contract contract, SourceGrants statements) {
    this.warehouse = warehouse;
    this.contract = contract;
    this.statements = statements;
  }

  /** What stands against it. */
  public List<GateFinding> findings() {
    return List.copyOf(findings);
  }

  /** Statements that the source's owner must run first. */
  public List<String> grants() {
    return List.copyOf(grants);
  }

  /** Looks. */
  public void look() {
    SourceObject.read(warehouse, contract.source())
        .ifPresentOrElse(
            this::judge,
            () ->
                findings.add(
                    noStream(
                        contract.source()
                            + " is not there, or the owner of the procedures may not read it (GRANT"
                            + " SELECT), or it is neither a table nor a view that SHOW lists;"
                            + " docs/sources.md says what can be a source")));
  }

  private void judge(SourceObject object) {
    Optional<String> why = object.whyNoStream(contract);
    if (why.isPresent()) {
      findings.add(noStream(why.get()));
    } else if (mustBeTracked(object)) {
      grants.addAll(statements.toTrack(object.kind()));
      findings.add(untracked(object));
    } else if (object.kind() == SourceKind.VIEW) {
      new ViewProbe(warehouse, contract.source())
          .refusal()
          .ifPresent(refusal -> findings.add(noStream(refusal)));
    }
  }

  /** The first stream on a table of our own switches it on; a view's tables may be others'. */
  private boolean mustBeTracked(SourceObject object) {
    return !object.changeTracking()
        && (object.kind() == SourceKind.VIEW || !object.owner().equals(statements.role()));
  }

  private GateFinding untracked(SourceObject object) {
    return GateFinding.ofSource(
        "change-tracking-off",
        "freshet.source",
        contract.source()
            + " has no change tracking, and only its owner, "
            + object.owner()
            + ", can switch it on, with the statement under grants"
            + (object.kind() == SourceKind.VIEW ? ". " + ViewProbe.TABLES_TOO : ""));
  }

  private static GateFinding noStream(String why) {
    return GateFinding.ofSource("no-stream", "freshet.source", why);
  }
}
