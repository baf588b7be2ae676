package dev.freshet.contract.evolution;

import dev.freshet.contract.Contract;
import dev.freshet.contract.Field;
import dev.freshet.contract.Field.Backfill;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/** Fields that came, went or were renamed, and what became of those that stayed. */
final class FieldChanges {
  /** By what a field that went is known again in one that came, the surest sign first. */
  private static final List<BiPredicate<Field, Field>> SIGNS =
      List.of(
          (gone, came) -> gone.name().equalsIgnoreCase(came.name()),
          (gone, came) ->
              gone.transformLogic().isEmpty() && came.transformLogic().isEmpty()
                  ? gone.column().equals(came.column())
                  : gone.transformLogic().equals(came.transformLogic()),
          (gone, came) -> gone.type().equals(came.type()));

  private final Contract before;
  private final Contract after;
  private final Changes changes;
  private final Map<String, Field> old = new HashMap<>();

  FieldChanges(Contract before, Contract after, Changes changes) {
    this.before = before;
    this.after = after;
    this.changes = changes;
    before.fields().forEach(f -> old.put(f.name(), f));
  }

  void all() {
    List<Field> kept = after.fields().stream().filter(f -> old.containsKey(f.name())).toList();
    List<Field> came = new ArrayList<>(after.fields());
    came.removeAll(kept);
    List<String> names = kept.stream().map(Field::name).toList();
    wentOrRenamed(gone(names), came);
    came.forEach(this::came);
    kept.forEach(field -> new FieldChange(after, old(field), field, changes).find());
    List<String> oldOrder =
        before.fields().stream().map(Field::name).filter(names::contains).toList();
    changes.compare(ChangeRule.FIELDS_REORDERED, "order of fields", oldOrder, names);
  }

  private Field old(Field field) {
    return Objects.requireNonNull(old.get(field.name()));
  }

  private List<Field> gone(List<String> kept) {
    return before.fields().stream().filter(f -> !kept.contains(f.name())).toList();
  }

  private void wentOrRenamed(List<Field> gone, List<Field> came) {
    for (Field field : gone) {
      Optional<Field> renamed =
          SIGNS.stream().flatMap(sign -> match(sign, field, came)).findFirst();
      renamed.ifPresent(came::remove);
      ChangeRule rule = renamed.isPresent() ? ChangeRule.FIELD_RENAMED : ChangeRule.FIELD_REMOVED;
      changes.add(rule, where(field), field.name(), renamed.map(Field::name));
    }
  }

  private static Stream<Field> match(BiPredicate<Field, Field> sign, Field gone, List<Field> came) {
    return came.stream().filter(field -> sign.test(gone, field)).limit(1);
  }

  private void came(Field field) {
    ChangeRule rule =
        field.required()
            ? ChangeRule.REQUIRED_FIELD_ADDED
            : field.backfill() == Backfill.SNAPSHOT
                ? ChangeRule.FIELD_ADDED_WITH_BACKFILL
                : ChangeRule.FIELD_ADDED;
    changes.add(rule, where(field), Optional.empty(), field.type());
  }

  static String where(Field field) {
    return "field " + field.name();
  }
}
