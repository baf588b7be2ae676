package dev.freshet.sandbox.snowflake.stage;

import dev.freshet.sandbox.snowflake.engine.Result;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.StatementHandler;
import dev.freshet.sandbox.snowflake.engine.StatementType;
import dev.freshet.sandbox.snowflake.show.ShowClause;
import dev.freshet.sandbox.snowflake.sql.TokenReader;

/** SHOW STAGES. */
final class ShowStages implements StatementHandler {

  @Override
  public boolean handles(TokenReader statement) {
    return statement.startsWith("SHOW", "STAGES");
  }

  @Override
  public Result execute(Session session, TokenReader statement) {
    statement.expect("SHOW", "STAGES");
    ShowClause clause = ShowClause.read(session, statement);
    Result.Builder result = header();
    for (Stage stage : clause.objects(session, Stage.class)) {
      result.row(
          stage.name().name(),
          stage.name().database(),
          stage.name().schema(),
          stage.url(),
          stage.url().isEmpty() ? "INTERNAL" : "EXTERNAL");
    }
    return result.build();
  }

  @Override
  public Result describe(Session session, TokenReader statement) {
    return header().build();
  }

  private static Result.Builder header() {
    return Result.builder(StatementType.SHOW)
        .text("name", "database_name", "schema_name", "url", "type");
  }
}
