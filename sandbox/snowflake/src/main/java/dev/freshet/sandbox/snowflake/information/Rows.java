package dev.freshet.sandbox.snowflake.information;

import dev.freshet.sandbox.snowflake.sql.SqlType;
import dev.freshet.sandbox.snowflake.time.Nanos;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rows made by the sandbox, as what may stand in a FROM of DuckDB's SQL. */
final class Rows {

  private final Map<String, SqlType> columns = new LinkedHashMap<>();
  private final List<String> rows = new ArrayList<>();

  Rows text(String... names) {
    return columns(SqlType.TEXT, names);
  }

  Rows number(String... names) {
    return columns(SqlType.number(9, 0), names);
  }

  Rows timestamp(String... names) {
    return columns(SqlType.TIMESTAMP_LTZ, names);
  }

  private Rows columns(SqlType type, String... names) {
    for (String name : names) {
      columns.put(name, type);
    }
    return this;
  }

  void row(@Nullable Object... values) {
    if (values.length != columns.size()) {
      throw new IllegalArgumentException(
          "a row of " + values.length + " values for " + columns.size() + " columns");
    }
    List<String> literals = new ArrayList<>();
    for (Object value : values) {
      literals.add(literal(value));
    }
    rows.add("(" + String.join(", ", literals) + ")");
  }

  /** In brackets. */
  String relation() {
    String typed =
        columns.entrySet().stream()
            .map(
                c ->
                    "CAST(\""
                        + c.getKey()
                        + "\" AS "
                        + c.getValue().duckdb()
                        + ") AS \""
                        + c.getKey()
                        + "\"")
            .collect(Collectors.joining(", "));
    String names = columns.keySet().stream().collect(Collectors.joining("\", \"", "\"", "\""));
    String nothing = columns.keySet().stream().map(c -> "NULL").collect(Collectors.joining(", "));
    String values = rows.isEmpty() ? "(" + nothing + ")" : String.join(", ", rows);
    return "(SELECT "
        + typed
        + " FROM (VALUES "
        + values
        + ") AS V("
        + names
        + ")"
        + (rows.isEmpty() ? " WHERE FALSE)" : ")");
  }

  private static String literal(@Nullable Object value) {
    if (value == null) {
      return "NULL";
    }
    if (value instanceof Number) {
      return value.toString();
    }
    return value instanceof Instant time
        ? Nanos.ltz(time)
        : "'" + value.toString().replace("'", "''") + "'";
  }
}
