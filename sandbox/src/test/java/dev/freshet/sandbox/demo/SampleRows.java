package dev.freshet.sandbox.demo;

import dev.freshet.sandbox.account.TestSnowflake;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Fills an account's sample database through plain SQL. */
final class SampleRows {
  private static final int ROWS_PER_STATEMENT = 500;

  private final TestSnowflake account;

  private SampleRows(TestSnowflake account) {
    this.account = account;
  }

  static void fill(TestSnowflake account, TpchSample sample) throws SQLException {
    account.execute("CREATE DATABASE IF NOT EXISTS " + SampleTable.DATABASE);
    account.execute(
        "CREATE SCHEMA IF NOT EXISTS " + SampleTable.DATABASE + "." + SampleTable.SCHEMA);
    for (SampleTable table : sample.tables()) {
      new SampleRows(account).fill(table);
    }
  }

  private void fill(SampleTable table) throws SQLException {
    account.execute("CREATE TABLE " + table.qualifiedName() + " " + table.declaration());
    List<String> tuples = new ArrayList<>();
    for (List<Object> row : table.rows()) {
      tuples.add(tuple(row));
      if (tuples.size() == ROWS_PER_STATEMENT) {
        insert(table, tuples);
      }
    }
    insert(table, tuples);
  }

  private void insert(SampleTable table, List<String> tuples) throws SQLException {
    if (!tuples.isEmpty()) {
      account.execute(
          "INSERT INTO " + table.qualifiedName() + " VALUES " + String.join(", ", tuples));
      tuples.clear();
    }
  }

  private static String tuple(List<Object> row) {
    List<String> literals = new ArrayList<>();
    for (Object value : row) {
      boolean number = value instanceof Number;
      literals.add(number ? value.toString() : "'" + value.toString().replace("'", "''") + "'");
    }
    return "(" + String.join(", ", literals) + ")";
  }
}
