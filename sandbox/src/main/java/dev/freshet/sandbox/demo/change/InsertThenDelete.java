package dev.freshet.sandbox.demo.change;

import java.util.List;

/**
 * A row that comes and goes, each in its own transaction: nothing for a state contract, unless an
 * export falls in between, but an event all the same.
 */
public record InsertThenDelete(Row row) implements Change {
  @Override
  public List<String> statements() {
    return List.of(
        new InsertRows(List.of(row)).statement(),
        new DeleteKeys(row.table(), List.of(row.key())).statement());
  }
}
