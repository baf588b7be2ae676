package dev.freshet.sandbox.snowflake.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a statement answers.
 *
 * @param rows values as the wire carries them: numbers as decimal text, booleans as 1 and 0, dates
 *     as days since 1970, times and timestamps as seconds with nine decimals, binary as hexadecimal
 *     digits
 * @param transfer for PUT and GET: what the driver itself has to do, added to the answer as it is;
 *     otherwise empty
 */
public record Result(
    StatementType type,
    List<Column> columns,
    List<@Nullable String[]> rows,
    Map<String, Object> transfer) {

  public static Result of(StatementType type, List<Column> columns, List<@Nullable String[]> rows) {
    return new Result(type, columns, rows, Map.of());
  }

  /** One row, one column: what DDL answers. */
  public static Result status(StatementType type, String message) {
    return builder(type).text("status").row(message).build();
  }

  /** One row of counts: what DML answers. Drivers add them up to the update count. */
  public static Result counts(StatementType type, Map<String, Long> counts) {
    List<Column> columns = counts.keySet().stream().map(Column::number).toList();
    @Nullable String[] row = counts.values().stream().map(String::valueOf).toArray(String[]::new);
    return of(type, columns, List.<@Nullable String[]>of(row));
  }

  /** An answer to be carried out by the driver: PUT and GET. */
  public static Result transfer(StatementType type, Map<String, Object> transfer) {
    return new Result(type, List.of(), List.of(), transfer);
  }

  public static Builder builder(StatementType type) {
    return new Builder(type);
  }

  /** Collects columns, then rows. */
  public static final class Builder {
    private final StatementType type;
    private final List<Column> columns = new ArrayList<>();
    private final List<@Nullable String[]> rows = new ArrayList<>();

    private Builder(StatementType type) {
      this.type = type;
    }

    public Builder column(Column column) {
      columns.add(column);
      return this;
    }

    public Builder text(String... names) {
      Arrays.stream(names).map(Column::text).forEach(columns::add);
      return this;
    }

    public Builder number(String... names) {
      Arrays.stream(names).map(Column::number).forEach(columns::add);
      return this;
    }

    public Builder timestamp(String... names) {
      Arrays.stream(names).map(Column::timestamp).forEach(columns::add);
      return this;
    }

    public Builder row(@Nullable String... values) {
      if (values.length != columns.size()) {
        throw new IllegalArgumentException(
            "a row of " + values.length + " values for " + columns.size() + " columns");
      }
      rows.add(values);
      return this;
    }

    public Result build() {
      return of(type, List.copyOf(columns), List.copyOf(rows));
    }
  }
}
