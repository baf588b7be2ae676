package dev.freshet.procs.drift;

import dev.freshet.contract.Contract;
import dev.freshet.contract.Field;
import dev.freshet.contract.expression.Expression;
import dev.freshet.procs.halt.HaltReason;
import dev.freshet.procs.source.SeenColumn;
import dev.freshet.procs.source.Source;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Holds the columns that a contract reads against how they were noted. A longer text or a wider
 * number is no drift: each value is held to the promise ({@code doesNotFit}). More digits of a
 * second are, since they would be cut without a word.
 */
record ColumnDrift(Contract contract, Source noted, Source now) {

  List<Drift> find() {
    return used().stream().flatMap(name -> of(name).stream()).toList();
  }

  private Optional<Drift> of(String name) {
    Optional<SeenColumn> before = noted.find(name);
    Optional<SeenColumn> there = now.find(name);
    if (there.isEmpty()) {
      return Optional.of(before.flatMap(this::renamed).orElseGet(() -> gone(name)));
    }
    return before.flatMap(b -> retyped(b, there.get()));
  }

  /** A column of another name that stands in the same place with the same type. */
  private Optional<Drift> renamed(SeenColumn before) {
    return now.columns().stream()
        .filter(c -> c.position() == before.position() && c.type().equals(before.type()))
        .filter(c -> noted.find(c.name()).isEmpty())
        .findFirst()
        .map(
            c ->
                new Drift(
                    HaltReason.COLUMN_RENAMED,
                    "column "
                        + before.name()
                        + " of "
                        + contract.source()
                        + " looks renamed to "
                        + c.name()
                        + ": it stands in the same place with the same type, "
                        + c));
  }

  private Drift gone(String name) {
    return new Drift(
        HaltReason.COLUMN_GONE,
        "column "
            + name
            + " of "
            + contract.source()
            + " is gone; it has "
            + now.columns().stream().map(SeenColumn::name).toList());
  }

  private Optional<Drift> retyped(SeenColumn before, SeenColumn there) {
    String change =
        "column "
            + there.name()
            + " of "
            + contract.source()
            + " was "
            + before
            + " and is "
            + there;
    if (!before.type().equals(there.type())) {
      return Optional.of(new Drift(HaltReason.COLUMN_RETYPED, change));
    }
    return there.secondDigits() > before.secondDigits()
        ? Optional.of(new Drift(HaltReason.COLUMN_WIDENED, change + ": digits would be cut"))
        : Optional.empty();
  }

  private TreeSet<String> used() {
    TreeSet<String> names = new TreeSet<>();
    contract.fields().forEach(field -> read(field).forEach(names::add));
    contract.where().ifPresent(text -> names.addAll(Expression.parse(text).columns()));
    return names;
  }

  private static Stream<String> read(Field field) {
    return field
        .transformLogic()
        .map(text -> Expression.parse(text).columns().stream())
        .orElseGet(() -> Stream.of(field.column()));
  }
}
