package dev.freshet.sandbox.account;

import dev.freshet.sandbox.snowflake.EmbeddedSnowflake;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** An embedded account and one connection to it by the driver of the command line. */
public final class TestSnowflake implements AutoCloseable {
  private final EmbeddedSnowflake snowflake;
  private final Connection connection;

  public TestSnowflake(Path directory) throws SQLException {
    snowflake = EmbeddedSnowflake.builder().temporaryFiles(directory).start();
    Properties properties = new Properties();
    properties.setProperty("user", "TEST");
    properties.setProperty("password", "test");
    // Otherwise the driver looks for the metadata services of three clouds first.
    properties.setProperty("disablePlatformDetection", "true");
    connection = DriverManager.getConnection(snowflake.jdbcUrl(), properties);
  }

  public Connection connection() {
    return connection;
  }

  /** Where commands find the account. */
  public String jdbcUrl() {
    return snowflake.jdbcUrl();
  }

  public void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** All rows, columns as text, joined by a bar. */
  public List<String> rows(String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      int columns = result.getMetaData().getColumnCount();
      while (result.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
          row.add(result.getString(i));
        }
        rows.add(String.join("|", row));
      }
    }
    return rows;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
    snowflake.close();
  }
}
