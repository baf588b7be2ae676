package dev.freshet.cli.contract.earlier;

import dev.freshet.cli.command.CommandFailed;
import dev.freshet.cli.snowflake.SnowflakeOptions;
import dev.freshet.contract.ContractId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The texts in table CONTRACTS. A connection lives as long as one question.
 *
 * @param schema where Freshet is deployed, as {@code DATABASE.SCHEMA}
 */
public record RegisteredTexts(SnowflakeOptions snowflake, String schema) {
  private static final Pattern SCHEMA =
      Pattern.compile("[A-Za-z_][A-Za-z0-9_$]*\\.[A-Za-z_][A-Za-z0-9_$]*");

  public RegisteredTexts {
    if (!SCHEMA.matcher(schema).matches()) {
      throw CommandFailed.usage("--schema must be DATABASE.SCHEMA, found '" + schema + "'");
    }
  }

  /** The texts of a contract by version, newest first. */
  Map<String, String> of(ContractId id) {
    String query =
        "SELECT VERSION, TEXT FROM "
            + schema
            + ".CONTRACTS WHERE CONTRACT = ? ORDER BY REGISTERED_AT DESC";
    try (Connection connection = snowflake.connect();
        PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, id.toString());
      return read(statement);
    } catch (CommandFailed | SQLException e) {
      throw CommandFailed.usage(
          "Reading the registered versions of "
              + id
              + " from "
              + schema
              + ".CONTRACTS failed: "
              + e.getMessage()
              + "\nAsk whoever runs Freshet in this account for USAGE on the schema and SELECT on"
              + " the table, or compare with git:REF.",
          e);
    }
  }

  private static Map<String, String> read(PreparedStatement statement) throws SQLException {
    Map<String, String> texts = new LinkedHashMap<>();
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        texts.put("registered version " + rows.getString(1), rows.getString(2));
      }
    }
    return texts;
  }
}
