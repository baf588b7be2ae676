package dev.freshet.contract.evolution;

import dev.freshet.contract.Contract;
import dev.freshet.contract.Version;
import dev.freshet.contract.expression.Expression;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** What changed from one contract to another, each change by its rule. One use, one thread. */
final class Changes {
  private final Version against;
  private final List<Finding> findings = new ArrayList<>();

  private Changes(Version against) {
    this.against = against;
  }

  static List<Finding> between(Contract before, Contract after) {
    Changes changes = new Changes(before.version());
    new FieldChanges(before, after, changes).all();
    RecordChanges.find(before, after, changes);
    MeaningChanges.find(before, after, changes);
    PromiseChanges.find(before, after, changes);
    HandlingChanges.find(before, after, changes);
    return changes.findings;
  }

  void add(ChangeRule rule, String where, Object before, Object after) {
    findings.add(new Finding(rule, against, where, words(before), words(after)));
  }

  /** Adds a change if there is one. */
  void compare(ChangeRule rule, String where, Object before, Object after) {
    if (!Objects.equals(before, after)) {
      add(rule, where, before, after);
    }
  }

  /** Whether two expressions differ by more than spaces and case. */
  static boolean differ(Optional<String> before, Optional<String> after) {
    return !before.equals(after) && !canonical(before).equals(canonical(after));
  }

  private static Optional<String> canonical(Optional<String> text) {
    return text.map(t -> Expression.parse(t).canonical());
  }

  private static String words(Object value) {
    if (value instanceof Optional<?> optional) {
      return optional.map(Changes::words).orElse("none");
    }
    if (value instanceof Collection<?> list) {
      return list.isEmpty()
          ? "none"
          : list.stream().map(Changes::words).collect(Collectors.joining(", "));
    }
    return value instanceof Enum<?> word ? word.name().toLowerCase(Locale.ROOT) : value.toString();
  }
}
