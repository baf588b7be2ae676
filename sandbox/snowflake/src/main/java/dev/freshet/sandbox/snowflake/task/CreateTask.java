package dev.freshet.sandbox.snowflake.task;

import dev.freshet.sandbox.snowflake.engine.Result;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.StatementHandler;
import dev.freshet.sandbox.snowflake.object.Creation;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import dev.freshet.sandbox.snowflake.sql.UnsupportedSql;
import java.util.Optional;

/** CREATE TASK. The task starts suspended; its statement is not looked at before it runs. */
final class CreateTask implements StatementHandler {

  @Override
  public boolean handles(TokenReader statement) {
    return Creation.begins(statement, "TASK");
  }

  @Override
  public Result execute(Session session, TokenReader statement) {
    Creation creation = Creation.read(statement, session, "TASK");
    TaskOptions options = TaskOptions.read(statement, TaskOptions.DEFAULT);
    if (statement.startsWith("AFTER") || statement.startsWith("FINALIZE")) {
      throw new UnsupportedSql("task graphs; a task stands alone");
    }
    Optional<TaskCondition> condition =
        statement.accept("WHEN") ? Optional.of(TaskCondition.read(statement)) : Optional.empty();
    TaskDefinition definition = new TaskDefinition(options, condition, TaskBody.read(statement));
    return creation.store(
        session,
        new Task(creation.name(), session.role(), definition, session.engine().clock().instant()));
  }
}
