package dev.freshet.sandbox.snowflake.query;

import dev.freshet.sandbox.snowflake.engine.Duck.DuckColumn;
import dev.freshet.sandbox.snowflake.sql.Identifiers;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What stands behind FROM, or a part of it.
 *
 * @param sql DuckDB's SQL
 * @param typing an empty relation of the same columns, which DuckDB binds sooner: nested queries
 *     would otherwise be bound again for every expression whose type is asked
 */
record Source(String sql, String typing) {

  static final Source NONE = new Source("", "");

  static Source of(String sql) {
    return new Source(sql, sql);
  }

  /** A relation under an alias (not encoded yet) and perhaps names for its columns. */
  static Source aliased(Scope scope, Source relation, String alias, String columns) {
    String named = " AS " + Identifiers.encode(alias);
    Source all = relation.with(named + columns);
    return new Source(all.sql, standIn(scope, all).map(empty -> empty + named).orElse(all.typing));
  }

  /** A relation without an alias. */
  static Source unnamed(Scope scope, Source relation) {
    return new Source(relation.sql, standIn(scope, relation).orElse(relation.typing));
  }

  Source inBrackets() {
    return new Source("(" + sql + ")", "(" + typing + ")");
  }

  Source with(String sqlBehind) {
    return new Source(sql + sqlBehind, typing + sqlBehind);
  }

  Source with(String between, Source behind) {
    return new Source(sql + between + behind.sql, typing + between + behind.typing);
  }

  private static Optional<String> standIn(Scope scope, Source relation) {
    if (!relation.sql.startsWith("(")) {
      return Optional.empty(); // a table: bound at once
    }
    List<DuckColumn> columns = scope.columnsOf("SELECT * FROM " + relation.typing);
    long names = columns.stream().map(DuckColumn::name).distinct().count();
    if (columns.isEmpty() || names < columns.size()) {
      return Optional.empty();
    }
    return Optional.of(
        columns.stream().map(Source::empty).collect(Collectors.joining(", ", "(SELECT ", ")")));
  }

  private static String empty(DuckColumn column) {
    String name = "\"" + column.name().replace("\"", "\"\"") + "\"";
    boolean untyped = column.type().replace("\"", "").equals("NULL");
    return (untyped ? "NULL" : "CAST(NULL AS " + column.type() + ")") + " AS " + name;
  }
}
