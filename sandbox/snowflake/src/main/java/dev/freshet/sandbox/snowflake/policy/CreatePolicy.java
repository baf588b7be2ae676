package dev.freshet.sandbox.snowflake.policy;

import dev.freshet.sandbox.snowflake.catalog.ObjectKind;
import dev.freshet.sandbox.snowflake.engine.Result;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import dev.freshet.sandbox.snowflake.engine.StatementHandler;
import dev.freshet.sandbox.snowflake.object.Creation;
import dev.freshet.sandbox.snowflake.sql.SqlType;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import dev.freshet.sandbox.snowflake.sql.TypeReader;
import java.util.ArrayList;
import java.util.List;

/**
 * CREATE MASKING POLICY and CREATE ROW ACCESS POLICY. The body is translated once to see that it
 * can be. Source: sql-reference/sql/create-masking-policy, create-row-access-policy.
 */
final class CreatePolicy implements StatementHandler {
  private final Policy.Kind kind;
  private final Policies policies;

  CreatePolicy(Policy.Kind kind, Policies policies) {
    this.kind = kind;
    this.policies = policies;
  }

  @Override
  public boolean handles(TokenReader statement) {
    return Creation.begins(statement, kind.words());
  }

  @Override
  public Result execute(Session session, TokenReader statement) {
    Creation creation = Creation.read(statement, session, kind.words());
    statement.expect("AS");
    List<Policy.Argument> arguments = arguments(statement);
    statement.expect("RETURNS");
    SqlType returns = TypeReader.read(statement);
    requireType(arguments, returns);
    statement.expectSymbol("->");
    Policy policy =
        new Policy(
            creation.name(),
            kind,
            arguments,
            returns,
            PolicyBody.read(session, creation.name().inSchema(), arguments, statement),
            session.engine().clock().instant());
    if (statement.accept("COMMENT")) {
      statement.expectSymbol("=");
      statement.string();
    }
    statement.expectEnd();
    if (creation.orReplace()) {
      session
          .engine()
          .catalog()
          .find(ObjectKind.POLICY, creation.name(), Policy.class)
          .ifPresent(policies::requireUnused);
    }
    return creation.store(session, policy);
  }

  private static List<Policy.Argument> arguments(TokenReader statement) {
    List<Policy.Argument> arguments = new ArrayList<>();
    statement.expectSymbol("(");
    do {
      arguments.add(new Policy.Argument(statement.identifier(), TypeReader.read(statement)));
    } while (statement.acceptSymbol(","));
    statement.expectSymbol(")");
    return List.copyOf(arguments);
  }

  private void requireType(List<Policy.Argument> arguments, SqlType returns) {
    SqlType wanted = kind == Policy.Kind.MASKING ? arguments.get(0).type() : SqlType.BOOLEAN;
    if (wanted.family() != returns.family()) {
      throw SnowflakeException.compilation(
          "002037",
          "the policy returns " + returns.snowflake() + ", must return " + wanted.snowflake());
    }
  }
}
