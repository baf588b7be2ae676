package dev.freshet.sandbox.snowflake.policy;

import dev.freshet.sandbox.snowflake.catalog.ObjectKind;
import dev.freshet.sandbox.snowflake.engine.Result;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.StatementHandler;
import dev.freshet.sandbox.snowflake.object.DropStatement;
import dev.freshet.sandbox.snowflake.sql.ObjectName;
import dev.freshet.sandbox.snowflake.sql.TokenReader;

/** DROP MASKING POLICY and DROP ROW ACCESS POLICY: refused while it is set on a table. */
final class DropPolicy implements StatementHandler {
  private final Policy.Kind kind;
  private final Policies policies;
  private final DropStatement drop;

  DropPolicy(Policy.Kind kind, Policies policies) {
    this.kind = kind;
    this.policies = policies;
    this.drop = new DropStatement(ObjectKind.POLICY, kind.words());
  }

  @Override
  public boolean handles(TokenReader statement) {
    return drop.handles(statement);
  }

  @Override
  public Result execute(Session session, TokenReader statement) {
    int mark = statement.mark();
    statement.expect("DROP");
    statement.expect(kind.words());
    statement.accept("IF", "EXISTS");
    ObjectName name = ObjectName.read(statement, session);
    statement.reset(mark);
    session
        .engine()
        .catalog()
        .find(ObjectKind.POLICY, name, Policy.class)
        .ifPresent(policies::requireUnused);
    return drop.execute(session, statement);
  }
}
