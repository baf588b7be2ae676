package dev.freshet.sandbox.snowflake.account;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A JDBC session of a test. */
public record Client(Connection connection) implements AutoCloseable {

  public void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** All rows, values as text. */
  public List<List<@Nullable String>> rows(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      List<List<@Nullable String>> rows = new ArrayList<>();
      int columns = result.getMetaData().getColumnCount();
      while (result.next()) {
        List<@Nullable String> row = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
          row.add(result.getString(i));
        }
        rows.add(row);
      }
      return rows;
    }
  }

  /** The first column of all rows. */
  public List<@Nullable String> column(String sql) throws SQLException {
    List<@Nullable String> values = new ArrayList<>();
    for (List<@Nullable String> row : rows(sql)) {
      values.add(row.get(0));
    }
    return values;
  }

  /** The only value. */
  public @Nullable String value(String sql) throws SQLException {
    return column(sql).get(0);
  }

  /** The values of one named column. */
  public List<@Nullable String> named(String column, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      List<@Nullable String> values = new ArrayList<>();
      while (result.next()) {
        values.add(result.getString(column));
      }
      return values;
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
