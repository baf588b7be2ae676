package dev.freshet.contract.evolution;

import dev.freshet.contract.Contract;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Judges whether a contract may follow its earlier versions, by {@link ChangeRule}: transitively,
 * over all versions of its major, since consumers may hold records and schemas of each.
 */
public final class Evolution {
  private Evolution() {}

  /**
   * Judges a contract. What needs a new major is looked for against every earlier version, and told
   * once, against the newest it holds for; all else is told against the newest version alone, since
   * the step from there is the one to be made.
   *
   * @param earlier the versions whose records or schemas consumers may hold, in any order; those of
   *     other majors or contracts are passed over, since a new major stands beside them
   */
  public static Judgement judge(List<Contract> earlier, Contract next) {
    List<Contract> line = newestFirst(earlier, next);
    if (line.isEmpty() || line.stream().anyMatch(c -> c.promisesTheSameAs(next))) {
      return Judgement.of(next, List.of());
    }
    List<Finding> findings = new ArrayList<>(told(line, next));
    VersionRules.check(line, next, findings).ifPresent(findings::add);
    return Judgement.of(next, findings);
  }

  /**
   * What changed from one contract to another, whatever their versions: for reading, not judging.
   */
  public static List<Finding> changes(Contract before, Contract after) {
    return Changes.between(before, after);
  }

  private static List<Contract> newestFirst(List<Contract> earlier, Contract next) {
    return earlier.stream()
        .filter(c -> c.id().equals(next.id()))
        .sorted(Comparator.comparing(Contract::version).reversed())
        .toList();
  }

  private static List<Finding> told(List<Contract> line, Contract next) {
    Map<String, Finding> told = new LinkedHashMap<>();
    for (Contract before : line) {
      for (Finding finding : Changes.between(before, next)) {
        if (before == line.get(0) || finding.verdict() == Verdict.NEEDS_MAJOR) {
          told.putIfAbsent(finding.rule() + " " + finding.where(), finding);
        }
      }
    }
    return List.copyOf(told.values());
  }
}
