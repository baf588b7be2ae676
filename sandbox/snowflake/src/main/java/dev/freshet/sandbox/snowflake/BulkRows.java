package dev.freshet.sandbox.snowflake;

import dev.freshet.sandbox.snowflake.catalog.ObjectKind;
import dev.freshet.sandbox.snowflake.catalog.Table;
import dev.freshet.sandbox.snowflake.engine.Engine;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.sql.ObjectName;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.duckdb.DuckDBAppender;

/**
 * Puts rows into a table that an account has from the start, past SQL: only for what no statement
 * of a user brings there. The table must be empty and without streams.
 */
final class BulkRows {
  private final Session session;

  BulkRows(Session session) {
    this.session = session;
  }

  void append(Engine engine, ObjectName name, Iterable<List<Object>> rows) throws SQLException {
    Table table = engine.catalog().get(ObjectKind.RELATION, name, Table.class);
    String staging = "bulk#" + engine.newPhysicalName(name.name());
    session
        .duck()
        .execute(
            "CREATE TEMP TABLE \""
                + staging
                + "\" AS SELECT "
                + table.columnList()
                + " FROM "
                + table.physical()
                + " LIMIT 0");
    try (DuckDBAppender appender =
        session.duck().connection().createAppender("temp", "main", staging)) {
      for (List<Object> row : rows) {
        appender.beginRow();
        row.forEach(value -> append(appender, value));
        appender.endRow();
      }
    }
    session
        .duck()
        .execute(
            "INSERT INTO "
                + table.physical()
                + " ("
                + table.columnList()
                + ") SELECT * FROM \""
                + staging
                + "\"");
    session.duck().execute("DROP TABLE \"" + staging + "\"");
  }

  private static void append(DuckDBAppender appender, Object value) {
    try {
      if (value instanceof Long number) {
        appender.append(BigDecimal.valueOf(number));
      } else if (value instanceof BigDecimal number) {
        appender.append(number);
      } else if (value instanceof LocalDate date) {
        appender.append(date);
      } else if (value instanceof String text) {
        appender.append(text);
      } else {
        throw new IllegalArgumentException("no bulk rows with values of " + value.getClass());
      }
    } catch (SQLException e) {
      throw new IllegalArgumentException("a bulk row does not fit its table", e);
    }
  }
}
