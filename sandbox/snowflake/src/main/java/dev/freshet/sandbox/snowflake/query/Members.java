package dev.freshet.sandbox.snowflake.query;

import dev.freshet.sandbox.snowflake.engine.Duck.DuckColumn;
import dev.freshet.sandbox.snowflake.sql.Identifiers;
import dev.freshet.sandbox.snowflake.sql.SqlType;
import dev.freshet.sandbox.snowflake.sql.SqlType.Family;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The members of a set operation. Where DuckDB would round a column's NUMBERs to give them one
 * type, they are cast to one that holds their scale first; timestamps to one type of timestamps.
 */
final class Members {

  private Members() {}

  static List<String> unified(Scope scope, List<String> members) {
    List<List<DuckColumn>> all = members.stream().map(scope::columnsOf).toList();
    int width = all.get(0).size();
    if (width == 0 || all.stream().anyMatch(columns -> columns.size() != width)) {
      return members;
    }
    List<Optional<SqlType>> casts = new ArrayList<>();
    for (int i = 0; i < width; i++) {
      int column = i;
      casts.add(common(all.stream().map(columns -> columns.get(column)).toList()));
    }
    if (casts.stream().allMatch(Optional::isEmpty)) {
      return members;
    }
    List<String> cast = new ArrayList<>();
    for (int m = 0; m < members.size(); m++) {
      cast.add(cast(scope, members.get(m), all.get(m), casts));
    }
    return cast;
  }

  /** The type to cast a column to; empty if DuckDB does well without. */
  private static Optional<SqlType> common(List<DuckColumn> columns) {
    List<SqlType> numbers =
        columns.stream()
            .filter(c -> !c.type().toUpperCase(Locale.ROOT).contains("NULL"))
            .map(c -> SqlType.ofDuckdb(c.type()))
            .toList();
    if (numbers.stream().anyMatch(SqlType::isTimestamp)) {
      return timestamps(numbers);
    }
    if (numbers.stream().anyMatch(type -> type.family() != Family.NUMBER)) {
      return Optional.empty();
    }
    int scale = numbers.stream().mapToInt(SqlType::scale).max().orElse(0);
    int digits = numbers.stream().mapToInt(t -> t.precision() - t.scale()).max().orElse(0);
    return scale + digits > 38 ? Optional.of(SqlType.number(38, scale)) : Optional.empty();
  }

  private static Optional<SqlType> timestamps(List<SqlType> types) {
    return types.stream().distinct().count() == 1
        ? Optional.empty()
        : types.stream().filter(SqlType::isTimestamp).max(Comparator.comparing(SqlType::family));
  }

  private static String cast(
      Scope scope, String member, List<DuckColumn> columns, List<Optional<SqlType>> casts) {
    List<String> items = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      String name = "c" + i;
      names.add(name);
      DuckColumn column = columns.get(i);
      String value = casts.get(i).map(type -> cast(scope, name, column, type)).orElse(name);
      items.add(value + " AS " + Identifiers.verbatim(columns.get(i).name()));
    }
    return "SELECT "
        + String.join(", ", items)
        + " FROM ("
        + member
        + ") AS member("
        + String.join(", ", names)
        + ")";
  }

  private static String cast(Scope scope, String name, DuckColumn column, SqlType type) {
    boolean nothing = column.type().toUpperCase(Locale.ROOT).contains("NULL");
    return type.isTimestamp() && !nothing
        ? Casts.cast(scope, Expr.of(name, SqlType.ofDuckdb(column.type())), type).sql()
        : "CAST(" + name + " AS " + type.duckdb() + ")";
  }
}
