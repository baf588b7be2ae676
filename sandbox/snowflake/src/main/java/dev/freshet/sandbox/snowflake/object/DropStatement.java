package dev.freshet.sandbox.snowflake.object;

import dev.freshet.sandbox.snowflake.catalog.Catalog;
import dev.freshet.sandbox.snowflake.catalog.ObjectKind;
import dev.freshet.sandbox.snowflake.engine.Result;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import dev.freshet.sandbox.snowflake.engine.StatementHandler;
import dev.freshet.sandbox.snowflake.engine.StatementType;
import dev.freshet.sandbox.snowflake.sql.ObjectName;
import dev.freshet.sandbox.snowflake.sql.TokenReader;

/** {@code DROP <kind> [IF EXISTS] <name>}, for kinds whose objects are nothing but their entry. */
public final class DropStatement implements StatementHandler {

  private final ObjectKind kind;
  private final String[] words;

  /**
   * @param words how the statement names the kind
   */
  public DropStatement(ObjectKind kind, String... words) {
    this.kind = kind;
    this.words = words.clone();
  }

  @Override
  public boolean handles(TokenReader statement) {
    if (!statement.startsWith("DROP")) {
      return false;
    }
    for (int i = 0; i < words.length; i++) {
      if (!statement.peek(i + 1).isWord(words[i])) {
        return false;
      }
    }
    return true;
  }

  @Override
  public Result execute(Session session, TokenReader statement) {
    statement.expect("DROP");
    statement.expect(words);
    boolean ifExists = statement.accept("IF", "EXISTS");
    ObjectName name = ObjectName.read(statement, session);
    statement.expectEnd();
    return session.transaction().ddl(() -> drop(session.engine().catalog(), name, ifExists));
  }

  private Result drop(Catalog catalog, ObjectName name, boolean ifExists) {
    if (catalog.find(kind, name).isEmpty()) {
      if (!ifExists) {
        throw SnowflakeException.missing(kind.label(), name);
      }
      return Result.status(
          StatementType.DDL,
          "Drop statement executed successfully (" + name.name() + " already dropped).");
    }
    catalog.remove(kind, name);
    return Result.status(StatementType.DDL, name.name() + " successfully dropped.");
  }
}
