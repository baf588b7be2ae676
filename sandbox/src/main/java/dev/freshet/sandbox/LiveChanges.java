package dev.freshet.sandbox;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Changes that go on while somebody tries things out. He may break a table, by dropping a column or
 * the table itself: the sandbox says so and goes on. Used by one thread.
 */
final class LiveChanges {
  private final Scenario scenario;
  private final Connection connection;
  private final Progress progress;
  private String refused = "";

  LiveChanges(Scenario scenario, Connection connection, Progress progress) {
    this.scenario = scenario;
    this.connection = connection;
    this.progress = progress;
  }

  /**
   * Makes the changes of a round.
   *
   * @return whether Snowflake took them; if not, why stands in the progress, once for each reason
   * @throws SQLException if the connection is gone
   */
  boolean isMade(int round) throws SQLException {
    try {
      scenario.change(connection, round);
      refused = "";
      return true;
    } catch (SQLException e) {
      if (connection.isClosed()) {
        throw e;
      }
      tell(String.valueOf(e.getMessage()));
      return false;
    }
  }

  private void tell(String why) {
    if (!why.equals(refused)) {
      progress.line("a live change was refused, and the sandbox goes on without it: " + why);
    }
    refused = why;
  }
}
