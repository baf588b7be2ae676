package dev.freshet.sandbox.snowflake.ddl;

import dev.freshet.sandbox.snowflake.catalog.TableColumn;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import dev.freshet.sandbox.snowflake.query.Queries;
import dev.freshet.sandbox.snowflake.sql.SqlType;
import dev.freshet.sandbox.snowflake.sql.SqlType.Family;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import java.util.Set;

/** Defaults of columns: checked when the column is defined, evaluated when a row is inserted. */
final class Defaults {

  private Defaults() {}

  /** Fails if the default is no expression, or one of a type the column cannot take. */
  static void check(Session session, TableColumn column) {
    column
        .defaultSql()
        .filter(sql -> !sql.equalsIgnoreCase("NULL"))
        .map(sql -> "SELECT " + expression(session, sql))
        .map(query -> session.duck().describe(query).get(0).type())
        .ifPresent(type -> checkType(column, SqlType.ofDuckdb(type)));
  }

  /** A default as DuckDB's SQL, of the column's type; NULL if the column has none. */
  static String value(Session session, TableColumn column) {
    String value =
        column
            .defaultSql()
            .map(sql -> Queries.value(session, new TokenReader(sql), column))
            .orElse("NULL");
    return "CAST(" + value + " AS " + column.type().duckdb() + ")";
  }

  private static String expression(Session session, String sql) {
    TokenReader reader = new TokenReader(sql);
    String expression = Queries.expression(session, reader);
    reader.expectEnd();
    return expression;
  }

  /** Source: release-notes/bcr-bundles/2023_08/bcr-1425. */
  private static void checkType(TableColumn column, SqlType found) {
    SqlType wanted = column.type();
    boolean fits =
        switch (found.family()) {
          case BOOLEAN -> wanted.family() == Family.BOOLEAN || wanted.isSemiStructured();
          case TEXT -> wanted.family() != Family.BOOLEAN;
          case FLOAT, NUMBER ->
              Set.of(Family.FLOAT, Family.NUMBER, Family.TEXT, Family.BOOLEAN, Family.VARIANT)
                  .contains(wanted.family());
          default -> true;
        };
    if (!fits) {
      throw SnowflakeException.compilation(
          "002023",
          "Expression type does not match column data type, expecting "
              + wanted.snowflake()
              + " but got "
              + found.snowflake()
              + " for column "
              + column.name());
    }
  }
}
