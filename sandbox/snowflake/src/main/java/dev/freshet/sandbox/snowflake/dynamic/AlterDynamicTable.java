package dev.freshet.sandbox.snowflake.dynamic;

import dev.freshet.sandbox.snowflake.catalog.Dynamic;
import dev.freshet.sandbox.snowflake.catalog.ObjectKind;
import dev.freshet.sandbox.snowflake.catalog.Table;
import dev.freshet.sandbox.snowflake.engine.Result;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import dev.freshet.sandbox.snowflake.engine.StatementHandler;
import dev.freshet.sandbox.snowflake.object.Answers;
import dev.freshet.sandbox.snowflake.sql.ObjectName;
import dev.freshet.sandbox.snowflake.sql.TokenReader;

/**
 * ALTER DYNAMIC TABLE … REFRESH | SUSPEND | RESUME. One that is suspended can be refreshed all the
 * same. Source: sql-reference/sql/alter-dynamic-table.
 */
final class AlterDynamicTable implements StatementHandler {

  @Override
  public boolean handles(TokenReader statement) {
    return statement.startsWith("ALTER", "DYNAMIC", "TABLE");
  }

  @Override
  public Result execute(Session session, TokenReader statement) {
    statement.expect("ALTER", "DYNAMIC", "TABLE");
    boolean ifExists = statement.accept("IF", "EXISTS");
    ObjectName name = ObjectName.read(statement, session);
    String what = statement.acceptAny("REFRESH", "SUSPEND", "RESUME");
    if (what.isEmpty()) {
      throw statement.unexpected("expected REFRESH, SUSPEND or RESUME");
    }
    statement.expectEnd();
    return session
        .transaction()
        .ddl(
            () -> {
              boolean there =
                  session.engine().catalog().find(ObjectKind.RELATION, name).isPresent();
              if (there || !ifExists) {
                alter(session, dynamic(session, name), what);
              }
              return Answers.done();
            });
  }

  private static void alter(Session session, Table table, String what) {
    Dynamic dynamic = table.dynamic().orElseThrow();
    switch (what) {
      case "SUSPEND" -> dynamic.suspend(session.engine().clock().instant());
      case "RESUME" -> dynamic.resume();
      default -> new Refresh(session, session.engine().access().ownerOf(table)).run(table);
    }
  }

  /** A dynamic table that must be there. */
  static Table dynamic(Session session, ObjectName name) {
    return session
        .engine()
        .catalog()
        .find(ObjectKind.RELATION, name, Table.class)
        .filter(table -> table.dynamic().isPresent())
        .orElseThrow(() -> SnowflakeException.missing("Dynamic Table", name));
  }
}
