package dev.freshet.cli.contract.report;

import dev.freshet.contract.Contract;
import dev.freshet.contract.Version;
import dev.freshet.contract.evolution.Finding;
import dev.freshet.contract.evolution.Judgement;
import dev.freshet.contract.evolution.Step;
import dev.freshet.contract.evolution.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The lowest version that says enough about what changed. */
final class LeastVersion {
  private LeastVersion() {}

  /**
   * Counts from the highest earlier version: the changes since then, and whatever breaks a reader
   * of any version before.
   *
   * @return empty if the contract is new: any version of its major will do
   */
  static Optional<Version> of(Judgement judgement, List<Contract> earlier) {
    return earlier.stream()
        .filter(c -> c.id().equals(judgement.next().id()))
        .map(Contract::version)
        .max(Comparator.naturalOrder())
        .map(highest -> after(highest, judgement));
  }

  private static Version after(Version highest, Judgement judgement) {
    return judgement.findings().stream()
        .filter(f -> !f.rule().isAboutVersion())
        .filter(f -> f.against().equals(highest) || f.verdict() == Verdict.NEEDS_MAJOR)
        .map(Finding::rule)
        .map(rule -> rule.step())
        .max(Comparator.naturalOrder())
        .map(step -> step.from(highest))
        .orElseGet(() -> unchanged(highest, judgement));
  }

  /** What promises the same may keep its version, but not with another text. */
  private static Version unchanged(Version highest, Judgement judgement) {
    return judgement.suffices() ? judgement.next().version() : Step.PATCH.from(highest);
  }
}
