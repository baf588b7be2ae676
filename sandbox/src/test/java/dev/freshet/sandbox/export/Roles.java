package dev.freshet.sandbox.export;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Statements in a session of some role. */
final class Roles {
  private Roles() {}

  static void run(Connection session, String... statements) throws SQLException {
    try (Statement statement = session.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  static String one(Connection session, String sql) throws SQLException {
    try (Statement statement = session.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getString(1);
    }
  }

  static int count(Connection session, String sql) throws SQLException {
    try (Statement statement = session.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      int rows = 0;
      while (result.next()) {
        rows++;
      }
      return rows;
    }
  }
}
