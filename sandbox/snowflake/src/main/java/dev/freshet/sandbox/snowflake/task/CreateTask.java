package dev.freshet.sandbox.snowflake.task;

import dev.freshet.sandbox.snowflake.catalog.Catalog;
import dev.freshet.sandbox.snowflake.catalog.ObjectKind;
import dev.freshet.sandbox.snowflake.engine.Result;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.StatementHandler;
import dev.freshet.sandbox.snowflake.engine.StatementType;
import dev.freshet.sandbox.snowflake.object.Creation;
import dev.freshet.sandbox.snowflake.sql.ObjectName;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import dev.freshet.sandbox.snowflake.sql.UnsupportedSql;
import java.util.Optional;

/**
 * CREATE TASK and CREATE OR ALTER TASK, which gives a task that is there the stated definition and
 * leaves what it does not state at its default. A new task starts suspended; its statement is not
 * looked at before it runs.
 */
final class CreateTask implements StatementHandler {

  private final NotificationIntegrations integrations;

  CreateTask(NotificationIntegrations integrations) {
    this.integrations = integrations;
  }

  @Override
  public boolean handles(TokenReader statement) {
    return Creation.begins(statement, "TASK")
        || statement.startsWith("CREATE", "OR", "ALTER", "TASK");
  }

  @Override
  public Result execute(Session session, TokenReader statement) {
    if (statement.accept("CREATE", "OR", "ALTER", "TASK")) {
      return createOrAlter(session, statement);
    }
    Creation creation = Creation.read(statement, session, "TASK");
    return creation.store(session, task(session, creation.name(), definition(statement)));
  }

  private Result createOrAlter(Session session, TokenReader statement) {
    ObjectName name = ObjectName.read(statement, session);
    TaskDefinition definition = definition(statement);
    return session.transaction().ddl(() -> createOrAlter(session, name, definition));
  }

  private static Result createOrAlter(Session session, ObjectName name, TaskDefinition definition) {
    Catalog catalog = session.engine().catalog();
    if (catalog.find(ObjectKind.TASK, name).isPresent()) {
      Task task = catalog.get(ObjectKind.TASK, name, Task.class);
      task.requireSuspended();
      task.redefine(definition);
      return Result.status(StatementType.DDL, "Statement executed successfully.");
    }
    catalog.put(task(session, name, definition));
    return Result.status(StatementType.DDL, "Task " + name.name() + " successfully created.");
  }

  private TaskDefinition definition(TokenReader statement) {
    TaskOptions options = TaskOptions.read(statement, TaskOptions.DEFAULT);
    if (statement.startsWith("AFTER") || statement.startsWith("FINALIZE")) {
      throw new UnsupportedSql("task graphs; a task stands alone");
    }
    integrations.requireThere(options.errorIntegration());
    Optional<TaskCondition> condition =
        statement.accept("WHEN") ? Optional.of(TaskCondition.read(statement)) : Optional.empty();
    return new TaskDefinition(options, condition, TaskBody.read(statement));
  }

  private static Task task(Session session, ObjectName name, TaskDefinition definition) {
    return new Task(name, session.role(), definition, session.engine().clock().instant());
  }
}
