package dev.freshet.sandbox.snowflake.task;

import dev.freshet.sandbox.snowflake.catalog.ObjectKind;
import dev.freshet.sandbox.snowflake.engine.Result;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.StatementHandler;
import dev.freshet.sandbox.snowflake.engine.StatementType;
import dev.freshet.sandbox.snowflake.sql.ObjectName;
import dev.freshet.sandbox.snowflake.sql.TokenReader;

/** EXECUTE TASK: one run as soon as none is under way. Answers before it has begun. */
final class ExecuteTask implements StatementHandler {

  private final TaskScheduler scheduler;

  ExecuteTask(TaskScheduler scheduler) {
    this.scheduler = scheduler;
  }

  @Override
  public boolean handles(TokenReader statement) {
    return statement.startsWith("EXECUTE", "TASK");
  }

  @Override
  public Result execute(Session session, TokenReader statement) {
    statement.expect("EXECUTE", "TASK");
    ObjectName name = ObjectName.read(statement, session);
    statement.expectEnd();
    session.engine().catalog().get(ObjectKind.TASK, name, Task.class).request();
    scheduler.wake();
    return Result.status(
        StatementType.DDL, "Task " + name.name() + " is scheduled to run immediately.");
  }
}
