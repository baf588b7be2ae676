package dev.freshet.sandbox.snowflake.procedure;

import dev.freshet.sandbox.snowflake.catalog.ObjectKind;
import dev.freshet.sandbox.snowflake.engine.Result;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.StatementHandler;
import dev.freshet.sandbox.snowflake.engine.StatementType;
import dev.freshet.sandbox.snowflake.sql.TokenReader;

/** {@code DESCRIBE PROCEDURE <name>(<types>)}: a row per property. */
final class DescribeProcedure implements StatementHandler {

  @Override
  public boolean handles(TokenReader statement) {
    return statement.startsWith("DESCRIBE", "PROCEDURE")
        || statement.startsWith("DESC", "PROCEDURE");
  }

  @Override
  public Result execute(Session session, TokenReader statement) {
    statement.next();
    statement.expect("PROCEDURE");
    Procedure procedure =
        session
            .engine()
            .catalog()
            .get(ObjectKind.PROCEDURE, Signature.read(statement, session), Procedure.class);
    statement.expectEnd();
    return header()
        .row("signature", procedure.argumentList())
        .row("returns", procedure.returns().snowflake())
        .row("language", "JAVA")
        .row("execute as", procedure.ownersRights() ? "OWNER" : "CALLER")
        .row("handler", procedure.handler())
        .row("imports", procedure.imports().toString())
        .build();
  }

  @Override
  public Result describe(Session session, TokenReader statement) {
    return header().build();
  }

  private static Result.Builder header() {
    return Result.builder(StatementType.DESCRIBE).text("property", "value");
  }
}
