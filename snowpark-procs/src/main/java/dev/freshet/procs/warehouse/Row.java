package dev.freshet.procs.warehouse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One row of a result, as text: numbers in plain digits, null for SQL NULL. Columns count from 0.
 */
public record Row(List<@Nullable String> values) {
  public Row {
    values = Collections.unmodifiableList(new ArrayList<>(values)); // may hold nulls
  }

  public static Row of(@Nullable String... values) {
    return new Row(Arrays.asList(values));
  }

  public Optional<String> optional(int column) {
    return Optional.ofNullable(values.get(column));
  }

  /**
   * The text of a column that cannot be NULL.
   *
   * @throws IllegalStateException if it is
   */
  public String text(int column) {
    String value = values.get(column);
    if (value == null) {
      throw new IllegalStateException("column " + column + " of the result is NULL, but must not");
    }
    return value;
  }

  public long whole(int column) {
    return Long.parseLong(text(column));
  }
}
