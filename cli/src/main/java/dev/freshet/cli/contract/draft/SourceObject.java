package dev.freshet.cli.contract.draft;

import dev.freshet.cli.command.CommandFailed;
import dev.freshet.contract.SourceName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A table or view as INFORMATION_SCHEMA describes it to the role that asks.
 *
 * @param owner the role that owns it
 * @param comment what it is for, if said
 */
public record SourceObject(
    SourceName name, String owner, Optional<String> comment, List<SourceColumn> columns) {

  public SourceObject {
    columns = List.copyOf(columns);
  }

  /**
   * Reads the description.
   *
   * @throws CommandFailed if the object does not exist, or not for this role
   */
  public static SourceObject read(Connection connection, SourceName name) {
    try {
      SourceObject object = object(connection, name);
      return new SourceObject(name, object.owner, object.comment, columns(connection, name));
    } catch (SQLException e) {
      throw CommandFailed.failed(
          "Reading the columns of " + name + " failed: " + e.getMessage(), e);
    }
  }

  private static SourceObject object(Connection connection, SourceName name) throws SQLException {
    try (PreparedStatement statement = asking(connection, "TABLES", name, "");
        ResultSet row = statement.executeQuery()) {
      if (!row.next()) {
        throw CommandFailed.usage(
            name
                + " does not exist, or this role may not see it. Check the name, or ask its owner"
                + " for SELECT on it and USAGE on its schema and database.");
      }
      return new SourceObject(
          name,
          Optional.ofNullable(row.getString("TABLE_OWNER")).orElse(""),
          Optional.ofNullable(row.getString("COMMENT")).filter(c -> !c.isBlank()),
          List.of());
    }
  }

  private static List<SourceColumn> columns(Connection connection, SourceName name)
      throws SQLException {
    List<SourceColumn> columns = new ArrayList<>();
    try (PreparedStatement statement =
            asking(connection, "COLUMNS", name, " ORDER BY ORDINAL_POSITION");
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        columns.add(SourceColumn.of(rows));
      }
    }
    return columns;
  }

  private static PreparedStatement asking(
      Connection connection, String view, SourceName name, String order) throws SQLException {
    PreparedStatement statement =
        connection.prepareStatement(
            "SELECT * FROM "
                + name.database()
                + ".INFORMATION_SCHEMA."
                + view
                + " WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ?"
                + order);
    statement.setString(1, name.schema());
    statement.setString(2, name.object());
    return statement;
  }
}
