package dev.freshet.sandbox.snowflake.statement;

import dev.freshet.sandbox.snowflake.engine.Result;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.StatementHandler;
import dev.freshet.sandbox.snowflake.engine.StatementType;
import dev.freshet.sandbox.snowflake.query.Queries;
import dev.freshet.sandbox.snowflake.query.Query;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import java.util.List;

/** SELECT, WITH, VALUES and queries in brackets. Reading a stream here does not consume it. */
public final class QueryHandler implements StatementHandler {

  @Override
  public boolean handles(TokenReader statement) {
    return statement.startsWith("SELECT")
        || statement.startsWith("WITH")
        || statement.startsWith("VALUES")
        || statement.peek().isSymbol("(");
  }

  @Override
  public Result execute(Session session, TokenReader reader) {
    Query query = translate(session, reader);
    return session
        .transaction()
        .read(query.sql(), duck -> Queries.run(duck, query, StatementType.SELECT));
  }

  @Override
  public Result describe(Session session, TokenReader reader) {
    Query query = translate(session, reader);
    return Result.of(StatementType.SELECT, Queries.describe(session, query), List.of());
  }

  private static Query translate(Session session, TokenReader reader) {
    Query query = Queries.translate(session, reader);
    reader.expectEnd();
    return query;
  }
}
