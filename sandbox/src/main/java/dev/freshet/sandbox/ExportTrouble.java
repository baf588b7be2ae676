package dev.freshet.sandbox;

import dev.freshet.cli.command.CommandFailed;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What keeps the exports from going on, in their own words. Used by one thread. */
record ExportTrouble(Connection connection, String database) {

  /**
   * @throws CommandFailed if a contract is halted: nothing of it will leave any more
   */
  void requireNoHalt() throws SQLException {
    List<String> halts =
        texts("SELECT CONTRACT || ': ' || MESSAGE FROM " + database + ".APP.HALTS LIMIT 5");
    if (!halts.isEmpty()) {
      throw CommandFailed.usage("A contract is halted. " + String.join(" ", halts));
    }
  }

  /** The errors of the latest runs that failed; empty if none did. */
  String failures() throws SQLException {
    List<String> errors =
        texts(
            "SELECT SCHEMA_NAME || ': ' || ERROR_MESSAGE FROM TABLE("
                + database
                + ".INFORMATION_SCHEMA.TASK_HISTORY()) WHERE STATE = 'FAILED' LIMIT 3");
    return errors.isEmpty() ? "" : " Exports failed: " + String.join(" ", errors);
  }

  private List<String> texts(String sql) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
    }
    return texts;
  }
}
