package dev.freshet.contract.evolution;

import static dev.freshet.contract.evolution.ChangeRule.HANDLING_CHANGED;
import static dev.freshet.contract.evolution.ChangeRule.LANES_CHANGED;
import static dev.freshet.contract.evolution.ChangeRule.PROSE_CHANGED;

import dev.freshet.contract.Contract;
import dev.freshet.contract.Rule;

/** How the contract is run, and what it says of itself. */
final class HandlingChanges {
  private HandlingChanges() {}

  static void find(Contract before, Contract after, Changes changes) {
    changes.compare(LANES_CHANGED, "freshet.lanes", before.lanes(), after.lanes());
    for (Rule rule : Rule.values()) {
      changes.compare(
          HANDLING_CHANGED,
          "freshet.onViolation, " + rule.word(),
          before.onViolation().of(rule),
          after.onViolation().of(rule));
    }
    changes.compare(
        HANDLING_CHANGED,
        "freshet.maxRejectedShare",
        before.maxRejectedShare(),
        after.maxRejectedShare());
    changes.compare(
        HANDLING_CHANGED, "freshet.deadLetters", before.deadLetters(), after.deadLetters());
    changes.compare(
        HANDLING_CHANGED, "freshet.registryMode", before.registryMode(), after.registryMode());
    changes.compare(HANDLING_CHANGED, "freshet.policies", before.policies(), after.policies());
    changes.compare(HANDLING_CHANGED, "freshet.rewrites", before.rewrites(), after.rewrites());
    changes.compare(HANDLING_CHANGED, "freshet.replay", before.replay(), after.replay());
    changes.compare(
        HANDLING_CHANGED, "freshet.exportGroup", before.exportGroup(), after.exportGroup());
    changes.compare(PROSE_CHANGED, "team and support", before.owner(), after.owner());
    changes.compare(PROSE_CHANGED, "description, purpose", before.purpose(), after.purpose());
  }
}
