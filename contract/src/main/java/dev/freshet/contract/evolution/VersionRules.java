package dev.freshet.contract.evolution;

import dev.freshet.contract.Contract;
import dev.freshet.contract.Version;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Whether the version a contract declares says as much as changed. */
final class VersionRules {
  private VersionRules() {}

  /**
   * @param line the earlier versions, newest first, one at least, none the same as the next
   * @param findings what changed
   */
  static Optional<Finding> check(List<Contract> line, Contract next, List<Finding> findings) {
    Version newest = line.get(0).version();
    Version declared = next.version();
    if (line.stream().anyMatch(c -> c.version().equals(declared))) {
      return found(ChangeRule.VERSION_REUSED, declared, declared + " with other content");
    }
    if (declared.compareTo(newest) < 0) {
      return found(ChangeRule.VERSION_NOT_ABOVE, newest, declared.toString());
    }
    Step needed =
        findings.stream()
            .map(f -> f.rule().step())
            .max(Comparator.naturalOrder())
            .orElse(Step.PATCH);
    if (needed == Step.MINOR && Step.between(newest, declared) == Step.PATCH) {
      String least = declared + ", and must be " + needed.from(newest) + " at least";
      return found(ChangeRule.VERSION_STEP_TOO_SMALL, newest, least);
    }
    return Optional.empty(); // a change that needs a new major says so itself
  }

  private static Optional<Finding> found(ChangeRule rule, Version before, String after) {
    return Optional.of(new Finding(rule, before, "version", before.toString(), after));
  }
}
