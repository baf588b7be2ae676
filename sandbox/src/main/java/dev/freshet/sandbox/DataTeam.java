package dev.freshet.sandbox;

import dev.freshet.contract.SourceName;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * What the owner of a table does before it may be published: the role that owns the procedures gets
 * SELECT on this table alone, and the table's changes are recorded.
 */
record DataTeam(Connection connection) {
  private static final String OWNER = " TO ROLE FRESHET_OWNER";

  void open(SourceName source) throws SQLException {
    String database = quoted(source.database());
    String schema = database + "." + quoted(source.schema());
    String table = schema + "." + quoted(source.object());
    try (Statement statement = connection.createStatement()) {
      for (String sql :
          List.of(
              "GRANT USAGE ON DATABASE " + database + OWNER,
              "GRANT USAGE ON SCHEMA " + schema + OWNER,
              "GRANT SELECT ON TABLE " + table + OWNER,
              "ALTER TABLE " + table + " SET CHANGE_TRACKING = TRUE")) {
        statement.execute(sql);
      }
    }
  }

  private static String quoted(String name) {
    return "\"" + name.replace("\"", "\"\"") + "\"";
  }
}
