package dev.freshet.sandbox.snowflake.procedure;

import dev.freshet.sandbox.snowflake.catalog.Catalog;
import dev.freshet.sandbox.snowflake.catalog.ObjectKind;
import dev.freshet.sandbox.snowflake.engine.Result;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import dev.freshet.sandbox.snowflake.engine.StatementHandler;
import dev.freshet.sandbox.snowflake.engine.StatementType;
import dev.freshet.sandbox.snowflake.sql.ObjectName;
import dev.freshet.sandbox.snowflake.sql.TokenReader;

/** {@code DROP PROCEDURE [IF EXISTS] <name>(<types>)}. */
final class DropProcedure implements StatementHandler {

  @Override
  public boolean handles(TokenReader statement) {
    return statement.startsWith("DROP", "PROCEDURE");
  }

  @Override
  public Result execute(Session session, TokenReader statement) {
    statement.expect("DROP", "PROCEDURE");
    boolean ifExists = statement.accept("IF", "EXISTS");
    ObjectName name = Signature.read(statement, session);
    statement.expectEnd();
    return session.transaction().ddl(() -> drop(session.engine().catalog(), name, ifExists));
  }

  private static Result drop(Catalog catalog, ObjectName name, boolean ifExists) {
    boolean there = catalog.find(ObjectKind.PROCEDURE, name).isPresent();
    if (!there && !ifExists) {
      throw SnowflakeException.missing(ObjectKind.PROCEDURE.label(), name);
    }
    if (there) {
      catalog.remove(ObjectKind.PROCEDURE, name);
    }
    return Result.status(
        StatementType.DDL,
        there
            ? name.name() + " successfully dropped."
            : "Drop statement executed successfully (" + name.name() + " already dropped).");
  }
}
