package dev.freshet.contract.evolution;

import dev.freshet.contract.Contract;
import dev.freshet.contract.Contract.Kind;
import dev.freshet.contract.Field;
import dev.freshet.contract.Field.Backfill;

/** What became of a field that kept its name. */
record FieldChange(Contract contract, Field before, Field after, Changes changes) {

  void find() {
    TypeChange.rule(contract, before, after)
        .ifPresent(rule -> changes.add(rule, at("physicalType"), before.type(), after.type()));
    if (before.required() != after.required()) {
      changes.add(
          after.required() ? ChangeRule.FIELD_BECAME_REQUIRED : ChangeRule.FIELD_BECAME_OPTIONAL,
          at("required"),
          before.required(),
          after.required());
    }
    EnumChange.find(before, after, at("freshet.enum"), changes);
    origin();
    Protection.compare(before.classification(), after.classification())
        .ifPresent(
            rule ->
                changes.add(
                    rule, at("classification"), before.classification(), after.classification()));
    backfill();
    changes.compare(
        ChangeRule.PROSE_CHANGED, at("description"), before.description(), after.description());
  }

  /** Where the value comes from: an expression, or else a column. */
  private void origin() {
    boolean computed = before.transformLogic().isPresent() || after.transformLogic().isPresent();
    if (computed && Changes.differ(before.transformLogic(), after.transformLogic())) {
      changes.add(
          reshaped(ChangeRule.TRANSFORM_CHANGED),
          at("transformLogic"),
          before.transformLogic(),
          after.transformLogic());
    } else if (!computed) {
      changes.compare(
          reshaped(ChangeRule.COLUMN_CHANGED), at("physicalName"), before.column(), after.column());
    }
  }

  private ChangeRule reshaped(ChangeRule ofState) {
    return contract.kind() == Kind.EVENT ? ChangeRule.EVENTS_RESHAPED : ofState;
  }

  private void backfill() {
    boolean asked = after.backfill() == Backfill.SNAPSHOT;
    changes.compare(
        asked ? ChangeRule.BACKFILL_ASKED : ChangeRule.HANDLING_CHANGED,
        at("freshet.backfill"),
        before.backfill(),
        after.backfill());
  }

  private String at(String key) {
    return FieldChanges.where(after) + ", " + key;
  }
}
