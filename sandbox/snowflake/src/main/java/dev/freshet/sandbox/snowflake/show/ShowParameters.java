package dev.freshet.sandbox.snowflake.show;

import dev.freshet.sandbox.snowflake.engine.Result;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.SessionParameters;
import dev.freshet.sandbox.snowflake.engine.StatementHandler;
import dev.freshet.sandbox.snowflake.engine.StatementType;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import java.util.Optional;

/** SHOW PARAMETERS of the session. Source: sql-reference/sql/show-parameters. */
final class ShowParameters implements StatementHandler {

  @Override
  public boolean handles(TokenReader statement) {
    return statement.startsWith("SHOW", "PARAMETERS");
  }

  @Override
  public Result execute(Session session, TokenReader statement) {
    statement.expect("SHOW", "PARAMETERS");
    Optional<LikePattern> like =
        statement.accept("LIKE")
            ? Optional.of(new LikePattern(statement.string()))
            : Optional.empty();
    if (statement.accept("IN") || statement.accept("FOR")) {
      statement.expect("SESSION");
    }
    statement.expectEnd();
    Result.Builder result =
        Result.builder(StatementType.SHOW)
            .text("key", "value", "default", "level", "description", "type");
    for (SessionParameters.Name name : SessionParameters.Name.values()) {
      String value = session.parameters().get(name);
      if (like.map(pattern -> pattern.matches(name.name())).orElse(true)) {
        String level = value.equals(name.preset()) ? "" : "SESSION";
        result.row(name.name(), value, name.preset(), level, "", name.type());
      }
    }
    return result.build();
  }

  @Override
  public Result describe(Session session, TokenReader statement) {
    Result result = execute(session, statement);
    return Result.of(result.type(), result.columns(), java.util.List.of());
  }
}
