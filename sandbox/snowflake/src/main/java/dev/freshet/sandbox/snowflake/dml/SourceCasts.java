package dev.freshet.sandbox.snowflake.dml;

import dev.freshet.sandbox.snowflake.catalog.TableColumn;
import dev.freshet.sandbox.snowflake.engine.Duck.DuckColumn;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import dev.freshet.sandbox.snowflake.query.Assignment;
import dev.freshet.sandbox.snowflake.query.Expr;
import dev.freshet.sandbox.snowflake.query.Scope;
import dev.freshet.sandbox.snowflake.sql.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A source's columns, cast to those of the table they go into. */
final class SourceCasts {

  private SourceCasts() {}

  /** A SELECT over the source, with the casts and, behind them, more values. */
  static String select(Session session, String source, List<TableColumn> columns, String more) {
    List<DuckColumn> given = session.duck().describe(source);
    requireCount(columns.size(), given.size());
    Scope scope = Scope.root(session);
    List<String> names = new ArrayList<>();
    List<String> values = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      String name = "c" + i;
      names.add(name);
      String type = given.get(i).type();
      values.add(
          type.toUpperCase(Locale.ROOT).contains("NULL")
              ? name
              : Assignment.of(scope, Expr.of(name, SqlType.ofDuckdb(type)), columns.get(i)));
    }
    return "SELECT "
        + String.join(", ", values)
        + more
        + " FROM ("
        + source
        + ") AS source("
        + String.join(", ", names)
        + ")";
  }

  static void requireCount(int expected, int found) {
    if (expected != found) {
      throw SnowflakeException.compilation(
          "002020",
          "Insert value list does not match column list expecting "
              + expected
              + " but got "
              + found);
    }
  }
}
