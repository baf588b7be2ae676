package dev.freshet.sandbox.snowflake.wire;

import dev.freshet.sandbox.snowflake.engine.Extensions.SystemFunction;
import dev.freshet.sandbox.snowflake.engine.Session;
import java.util.List;

/**
 * {@code SYSTEM$CANCEL_ALL_QUERIES(<session id>)}, which Snowpark sends when it closes its session:
 * stops what that session has under way, except the statement that asks.
 */
final class CancelAllQueries implements SystemFunction {

  static final String NAME = "SYSTEM$CANCEL_ALL_QUERIES";

  private final Statements statements;

  CancelAllQueries(Statements statements) {
    this.statements = statements;
  }

  @Override
  public String evaluate(Session session, List<String> arguments) {
    List<Statement> others =
        statements.underWay().stream()
            .filter(statement -> arguments.contains("" + statement.client().session().id()))
            .filter(statement -> !statement.queryId().equals(session.currentQueryId()))
            .toList();
    others.forEach(Statement::cancel);
    return "'" + others.size() + " cancelled.'";
  }
}
