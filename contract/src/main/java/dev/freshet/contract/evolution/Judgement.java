package dev.freshet.contract.evolution;

import dev.freshet.contract.Contract;
import dev.freshet.contract.Version;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Whether a contract may follow its earlier versions.
 *
 * @param next the contract judged
 * @param verdict the gravest of the findings'; compatible if there are none
 * @param findings gravest first
 */
public record Judgement(Contract next, Verdict verdict, List<Finding> findings) {
  public Judgement {
    findings = List.copyOf(findings);
  }

  static Judgement of(Contract next, List<Finding> findings) {
    List<Finding> sorted =
        findings.stream().sorted(Comparator.comparing(Finding::verdict).reversed()).toList();
    Verdict verdict = sorted.isEmpty() ? Verdict.COMPATIBLE : sorted.get(0).verdict();
    return new Judgement(next, verdict, sorted);
  }

  /** The same of a contract whose version was declared before, by another text. */
  public Judgement withVersionReused() {
    Version declared = next.version();
    if (findings.stream().anyMatch(f -> f.rule() == ChangeRule.VERSION_REUSED)) {
      return this;
    }
    List<Finding> more = new ArrayList<>(findings);
    more.add(
        new Finding(
            ChangeRule.VERSION_REUSED,
            declared,
            "version",
            declared.toString(),
            declared + " with another text"));
    return of(next, more);
  }

  /**
   * Whether the contract may be registered as it stands: no change needs a new major, and the
   * version it declares says as much as changed.
   */
  public boolean suffices() {
    return verdict != Verdict.NEEDS_MAJOR
        && findings.stream().noneMatch(f -> f.rule().isAboutVersion());
  }
}
