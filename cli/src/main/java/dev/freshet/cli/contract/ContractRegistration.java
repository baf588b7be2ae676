package dev.freshet.cli.contract;

import dev.freshet.cli.CommandFailed;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Registers contracts by calling the procedure in Snowflake. */
public final class ContractRegistration {
  private ContractRegistration() {}

  /**
   * Registers a contract.
   *
   * @param schema where Freshet is deployed, as {@code DATABASE.SCHEMA}
   * @return what the procedure answers: a JSON object
   * @throws CommandFailed if it refuses
   */
  public static String register(Connection connection, String schema, ContractFile file) {
    if (!schema.matches("[A-Za-z_][A-Za-z0-9_$]*\\.[A-Za-z_][A-Za-z0-9_$]*")) {
      throw CommandFailed.usage("--schema must be DATABASE.SCHEMA, found '" + schema + "'");
    }
    String call = "CALL " + schema + ".REGISTER_CONTRACT(?)";
    try (PreparedStatement statement = connection.prepareStatement(call)) {
      statement.setString(1, file.text());
      try (ResultSet result = statement.executeQuery()) {
        result.next();
        return result.getString(1);
      }
    } catch (SQLException e) {
      throw CommandFailed.failed("Registering " + file.path() + " failed: " + e.getMessage(), e);
    }
  }
}
