package dev.freshet.sandbox.snowflake.wire;

import dev.freshet.sandbox.snowflake.engine.Result;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.StatementType;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What tests ask and get. */
final class Answers {

  private Answers() {}

  /** The id of the session a statement runs in, as its result. */
  static Result sessionId(Session session) {
    return Result.builder(StatementType.SELECT).text("ID").row("" + session.id()).build();
  }

  /** The single value a statement answers, as text. */
  static String text(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
