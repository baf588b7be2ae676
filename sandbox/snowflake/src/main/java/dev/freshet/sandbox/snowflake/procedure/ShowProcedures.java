package dev.freshet.sandbox.snowflake.procedure;

import dev.freshet.sandbox.snowflake.engine.Result;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.StatementHandler;
import dev.freshet.sandbox.snowflake.engine.StatementType;
import dev.freshet.sandbox.snowflake.show.ShowClause;
import dev.freshet.sandbox.snowflake.sql.TokenReader;

/** SHOW PROCEDURES, with the columns that tell procedures apart. */
final class ShowProcedures implements StatementHandler {

  @Override
  public boolean handles(TokenReader statement) {
    return statement.startsWith("SHOW", "PROCEDURES");
  }

  @Override
  public Result execute(Session session, TokenReader statement) {
    statement.expect("SHOW", "PROCEDURES");
    ShowClause clause = ShowClause.read(session, statement);
    Result.Builder result = header();
    for (Procedure procedure : clause.objects(session, Procedure.class, Procedure::base)) {
      result.row(
          procedure.base().name(),
          procedure.base().schema(),
          procedure.name().name() + " RETURN " + procedure.returns().snowflake(),
          procedure.comment(),
          procedure.base().database());
    }
    return result.build();
  }

  @Override
  public Result describe(Session session, TokenReader statement) {
    return header().build();
  }

  private static Result.Builder header() {
    return Result.builder(StatementType.SHOW)
        .text("name", "schema_name", "arguments", "description", "catalog_name");
  }
}
