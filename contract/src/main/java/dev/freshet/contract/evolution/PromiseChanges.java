package dev.freshet.contract.evolution;

import dev.freshet.contract.Contract;
import java.time.Duration;
import java.util.Optional;

/** What is promised beside the record: times, and how sensitive the fact is. */
final class PromiseChanges {
  private PromiseChanges() {}

  static void find(Contract before, Contract after, Changes changes) {
    changes.compare(
        isShorter(before.retention(), after.retention())
            ? ChangeRule.RETENTION_SHORTENED
            : ChangeRule.RETENTION_LENGTHENED,
        "slaProperties, retention",
        before.retention(),
        after.retention());
    changes.compare(
        ChangeRule.SERVICE_LEVEL_CHANGED,
        "slaProperties, latency",
        before.latency(),
        after.latency());
    changes.compare(
        ChangeRule.SERVICE_LEVEL_CHANGED,
        "slaProperties, frequency",
        before.service().frequency(),
        after.service().frequency());
    Protection.compare(before.dataClass(), after.dataClass())
        .ifPresent(
            rule -> changes.add(rule, "freshet.dataClass", before.dataClass(), after.dataClass()));
  }

  /** No promise is the shortest. */
  private static boolean isShorter(Optional<Duration> before, Optional<Duration> after) {
    return before.orElse(Duration.ZERO).compareTo(after.orElse(Duration.ZERO)) > 0;
  }
}
