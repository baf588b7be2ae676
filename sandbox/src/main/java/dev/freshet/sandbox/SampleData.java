package dev.freshet.sandbox;

import dev.freshet.sandbox.demo.SampleTable;
import dev.freshet.sandbox.demo.TpchSample;
import dev.freshet.sandbox.snowflake.EmbeddedSnowflake;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** The sample database that every Snowflake account has. */
final class SampleData {
  private SampleData() {}

  static void load(Connection connection, EmbeddedSnowflake snowflake, TpchSample sample)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + SampleTable.DATABASE);
      statement.execute("CREATE SCHEMA " + SampleTable.DATABASE + "." + SampleTable.SCHEMA);
      for (SampleTable table : sample.tables()) {
        statement.execute("CREATE TABLE " + table.qualifiedName() + " " + table.declaration());
        snowflake.fill(table.qualifiedName(), table.rows());
      }
    }
  }
}
