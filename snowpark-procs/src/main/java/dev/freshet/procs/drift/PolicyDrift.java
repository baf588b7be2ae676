package dev.freshet.procs.drift;

import dev.freshet.contract.Contract;
import dev.freshet.procs.halt.HaltReason;
import dev.freshet.procs.source.Source;
import java.util.List;
import java.util.Optional;

/**
 * Whether policies hide something that they did not hide before. {@code freshet.policies refuse}
 * takes no source that has one; {@code accept} takes those that were there when the source was
 * noted, and no other. One that is taken off hides nothing.
 */
record PolicyDrift(Contract contract, Source noted, Source now) {

  Optional<Drift> find() {
    List<String> refused =
        now.policies().stream()
            .filter(
                p ->
                    contract.policies() == Contract.Policies.REFUSE
                        || !noted.policies().contains(p))
            .toList();
    return refused.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Drift(
                HaltReason.POLICY_ADDED, contract.source() + " has " + String.join(", ", refused)));
  }
}
