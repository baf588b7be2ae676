package dev.freshet.cli.contract;

import dev.freshet.cli.CommandException;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Registers a contract: calls the procedure that does it inside Snowflake. */
public final class Registration {
  private Registration() {}

  /**
   * Registers a contract's text.
   *
   * @param name the file's name, for messages
   * @return what the procedure answers, a JSON object
   * @throws CommandException if it refuses
   */
  public static String register(Connection connection, String database, String name, String text) {
    try (CallableStatement call =
        connection.prepareCall("CALL " + database + ".APP.REGISTER_CONTRACT(?)")) {
      call.setString(1, text);
      try (ResultSet answer = call.executeQuery()) {
        answer.next();
        return answer.getString(1);
      }
    } catch (SQLException e) {
      throw new CommandException("Registering " + name + " failed: " + e.getMessage(), e);
    }
  }
}
