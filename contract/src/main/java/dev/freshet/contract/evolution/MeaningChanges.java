package dev.freshet.contract.evolution;

import dev.freshet.contract.Contract;
import dev.freshet.contract.Contract.Kind;

/** Which rows are facts: the source and the condition. */
final class MeaningChanges {
  private MeaningChanges() {}

  static void find(Contract before, Contract after, Changes changes) {
    boolean events = after.kind() == Kind.EVENT;
    changes.compare(
        events ? ChangeRule.EVENTS_RESHAPED : ChangeRule.SOURCE_CHANGED,
        "freshet.source",
        before.source(),
        after.source());
    if (Changes.differ(before.where(), after.where())) {
      changes.add(
          events ? ChangeRule.EVENTS_RESHAPED : ChangeRule.WHERE_CHANGED,
          "freshet.where",
          before.where(),
          after.where());
    }
  }
}
