package dev.freshet.sandbox.snowflake.engine;

import dev.freshet.sandbox.snowflake.sql.TokenReader;
import java.util.List;
import java.util.Set;

/**
 * What a procedure with its owner's rights may not do. Source:
 * developer-guide/stored-procedure/stored-procedures-rights.
 */
final class OwnersRights {

  private static final Set<String> ALLOWED =
      Set.of(
          "SELECT",
          "WITH",
          "VALUES",
          "(",
          "INSERT",
          "UPDATE",
          "DELETE",
          "MERGE",
          "TRUNCATE",
          "COPY",
          "CREATE",
          "ALTER",
          "DROP",
          "UNDROP",
          "GRANT",
          "REVOKE",
          "DESCRIBE",
          "DESC",
          "SHOW",
          "LIST",
          "LS",
          "CALL",
          "BEGIN",
          "START",
          "COMMIT",
          "ROLLBACK",
          "EXECUTE",
          "COMMENT",
          "EXPLAIN");

  private static final List<String[]> REFUSED =
      List.of(
          new String[] {"ALTER", "SESSION"},
          new String[] {"SHOW", "PARAMETERS"},
          new String[] {"SHOW", "VARIABLES"},
          new String[] {"SHOW", "LOCKS"},
          new String[] {"SHOW", "TRANSACTIONS"});

  private OwnersRights() {}

  static void check(Session session, TokenReader statement) {
    if (session.frame().filter(CallFrame::ownersRights).isEmpty()) {
      return;
    }
    boolean allowed =
        ALLOWED.contains(statement.peek().text())
            && REFUSED.stream().noneMatch(statement::startsWith)
            && !createsTemporary(statement);
    if (!allowed) {
      throw new SnowflakeException(
          "090236",
          "42601",
          "Stored procedure execution error: Unsupported statement type '"
              + (statement.startsWith("ALTER", "SESSION")
                  ? "ALTER_SESSION"
                  : statement.peek().text())
              + "'.");
    }
  }

  private static boolean createsTemporary(TokenReader statement) {
    if (!statement.startsWith("CREATE")) {
      return false;
    }
    for (int i = 1; i < 5; i++) {
      if (Set.of("TEMPORARY", "TEMP").contains(statement.peek(i).text())) {
        return true;
      }
    }
    return false;
  }
}
