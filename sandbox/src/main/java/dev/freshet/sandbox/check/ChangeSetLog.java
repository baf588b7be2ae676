package dev.freshet.sandbox.check;

import dev.freshet.contract.ContractId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The log that the export keeps in Snowflake, in the transactions that take the changes. */
record ChangeSetLog(String table) {

  /** What it says about a contract's change sets. Runs that published nothing have no sequence. */
  Tally read(Connection connection, ContractId contract) throws SQLException {
    String sql =
        "SELECT SEQUENCE, UPSERTS, DELETES FROM "
            + table
            + " WHERE CONTRACT = ? AND SEQUENCE IS NOT NULL";
    Tally tally = new Tally("log");
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, contract.toString());
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          tally.add(rows.getLong(1), new Published(rows.getLong(2), rows.getLong(3)));
        }
      }
    }
    return tally;
  }
}
