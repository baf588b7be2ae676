package dev.freshet.sandbox.snowflake.load;

import dev.freshet.sandbox.snowflake.catalog.ObjectKind;
import dev.freshet.sandbox.snowflake.catalog.Table;
import dev.freshet.sandbox.snowflake.engine.Engine;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.sql.ObjectName;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/**
 * Makes a table with rows, past the wire and SQL. Only for what a real account holds before anybody
 * works with it; such a table has no changes to show to a stream.
 */
public final class BulkLoad {

  private final Engine engine;

  public BulkLoad(Engine engine) {
    this.engine = engine;
  }

  /**
   * Creates a table, its database and its schema if they are not there, and fills it.
   *
   * @param columns as in CREATE TABLE, without the brackets
   * @param rows in the order of the columns: Long and BigDecimal for NUMBER, Double, Boolean,
   *     String, LocalDate, LocalDateTime, or null
   */
  public void load(ObjectName name, String columns, Iterable<? extends List<?>> rows) {
    Session session = engine.openSession("SANDBOX", "ACCOUNTADMIN");
    try {
      session.execute("CREATE DATABASE IF NOT EXISTS " + ObjectName.quoted(name.database()));
      session.execute("CREATE SCHEMA IF NOT EXISTS " + name.inSchema());
      session.execute("CREATE TABLE " + name + " (" + columns + ")");
      Table table = engine.catalog().get(ObjectKind.RELATION, name, Table.class);
      append(session, table, rows);
    } catch (SQLException e) {
      throw new IllegalStateException("loading rows into " + name + " failed", e);
    } finally {
      engine.sessions().end(session);
    }
  }

  private static void append(Session session, Table table, Iterable<? extends List<?>> rows)
      throws SQLException {
    try (DuckDBAppender appender =
        session.duck().connection().createAppender("main", table.physicalName())) {
      for (List<?> row : rows) {
        appender.beginRow();
        for (int i = 0; i < row.size(); i++) {
          append(appender, row.get(i), table.columns().get(i).type().scale());
        }
        appender.endRow();
      }
    }
  }

  private static void append(DuckDBAppender appender, @Nullable Object value, int scale)
      throws SQLException {
    if (value == null) {
      appender.appendNull();
    } else if (value instanceof Long number) {
      appender.append(BigDecimal.valueOf(number).setScale(scale));
    } else if (value instanceof BigDecimal number) {
      appender.append(number.setScale(scale));
    } else if (value instanceof String text) {
      appender.append(text);
    } else if (value instanceof LocalDate date) {
      appender.append(date);
    } else if (value instanceof LocalDateTime time) {
      appender.append(time);
    } else if (value instanceof Double number) {
      appender.append(number);
    } else if (value instanceof Boolean bool) {
      appender.append(bool);
    } else {
      throw new IllegalArgumentException("no column takes a " + value.getClass().getName());
    }
  }
}
