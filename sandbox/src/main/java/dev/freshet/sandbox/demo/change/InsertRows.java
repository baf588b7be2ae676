package dev.freshet.sandbox.demo.change;

import java.util.List;
import java.util.stream.Collectors;

/** New rows of one table, one or more, in one INSERT. */
public record InsertRows(List<? extends Row> rows) implements Step {
  public InsertRows {
    rows = List.copyOf(rows);
    if (rows.stream().map(Row::table).distinct().count() != 1) {
      throw new IllegalArgumentException("An INSERT takes rows of one table, one at least.");
    }
  }

  @Override
  public String statement() {
    return rows.stream()
        .map(Row::tuple)
        .collect(
            Collectors.joining(
                ", ", "INSERT INTO " + rows.get(0).table().qualifiedName() + " VALUES ", ""));
  }
}
