package dev.freshet.sandbox.snowflake.dynamic;

import dev.freshet.sandbox.snowflake.catalog.ObjectKind;
import dev.freshet.sandbox.snowflake.catalog.Table;
import dev.freshet.sandbox.snowflake.ddl.TableStore;
import dev.freshet.sandbox.snowflake.engine.Result;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.StatementHandler;
import dev.freshet.sandbox.snowflake.object.Answers;
import dev.freshet.sandbox.snowflake.sql.ObjectName;
import dev.freshet.sandbox.snowflake.sql.TokenReader;

/** DROP DYNAMIC TABLE; streams on it are stale then. */
final class DropDynamicTable implements StatementHandler {

  @Override
  public boolean handles(TokenReader statement) {
    return statement.startsWith("DROP", "DYNAMIC", "TABLE");
  }

  @Override
  public Result execute(Session session, TokenReader statement) {
    statement.expect("DROP", "DYNAMIC", "TABLE");
    boolean ifExists = statement.accept("IF", "EXISTS");
    ObjectName name = ObjectName.read(statement, session);
    statement.expectEnd();
    return session.transaction().ddl(() -> drop(session, name, ifExists));
  }

  private static Result drop(Session session, ObjectName name, boolean ifExists) {
    var catalog = session.engine().catalog();
    if (ifExists && catalog.find(ObjectKind.RELATION, name).isEmpty()) {
      return Answers.alreadyDropped(name.name());
    }
    Table table = AlterDynamicTable.dynamic(session, name);
    catalog.remove(ObjectKind.RELATION, name);
    new TableStore(session).discard(table);
    return Answers.dropped(name.name());
  }
}
