package dev.freshet.sandbox.snowflake.task;

import dev.freshet.sandbox.snowflake.catalog.ObjectKind;
import dev.freshet.sandbox.snowflake.engine.Result;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.StatementHandler;
import dev.freshet.sandbox.snowflake.engine.StatementType;
import dev.freshet.sandbox.snowflake.sql.ObjectName;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import java.util.Optional;

/**
 * ALTER TASK … RESUME | SUSPEND | SET … | UNSET … | MODIFY AS … | MODIFY WHEN … | REMOVE WHEN. A
 * task that is started must be suspended before it is changed (release-notes/bcr-bundles/2026_06,
 * bcr-2363, which is pending, will lift that). Source: sql-reference/sql/alter-task.
 */
final class AlterTask implements StatementHandler {

  private final NotificationIntegrations integrations;

  AlterTask(NotificationIntegrations integrations) {
    this.integrations = integrations;
  }

  @Override
  public boolean handles(TokenReader statement) {
    return statement.startsWith("ALTER", "TASK");
  }

  @Override
  public Result execute(Session session, TokenReader statement) {
    statement.expect("ALTER", "TASK");
    boolean ifExists = statement.accept("IF", "EXISTS");
    ObjectName name = ObjectName.read(statement, session);
    return session.transaction().ddl(() -> alter(session, statement, name, ifExists));
  }

  private Result alter(Session session, TokenReader statement, ObjectName name, boolean ifExists) {
    var catalog = session.engine().catalog();
    if (!ifExists || catalog.find(ObjectKind.TASK, name).isPresent()) {
      Task task = catalog.get(ObjectKind.TASK, name, Task.class);
      change(session, statement, task);
      statement.expectEnd();
    }
    return Result.status(StatementType.DDL, "Statement executed successfully.");
  }

  private void change(Session session, TokenReader statement, Task task) {
    if (statement.accept("RESUME")) {
      task.resume(session.engine().clock().instant());
    } else if (statement.accept("SUSPEND")) {
      task.suspend("USER_SUSPENDED", session.engine().clock().instant());
    } else {
      task.requireSuspended();
      TaskDefinition changed = changed(statement, task.definition());
      integrations.requireThere(changed.options().errorIntegration());
      task.redefine(changed);
    }
  }

  private static TaskDefinition changed(TokenReader statement, TaskDefinition before) {
    if (statement.accept("SET")) {
      return before.withOptions(TaskOptions.read(statement, before.options()));
    }
    if (statement.accept("UNSET")) {
      return before.withOptions(unset(statement, before.options()));
    }
    if (statement.accept("MODIFY", "WHEN")) {
      return before.withCondition(Optional.of(TaskCondition.read(statement)));
    }
    if (statement.accept("REMOVE", "WHEN")) {
      return before.withCondition(Optional.empty());
    }
    if (statement.accept("MODIFY")) {
      return before.withBody(TaskBody.read(statement));
    }
    throw statement.unexpected("expected RESUME, SUSPEND, SET, UNSET, MODIFY or REMOVE");
  }

  private static TaskOptions unset(TokenReader statement, TaskOptions before) {
    TaskOptions options = before;
    do {
      options = options.without(statement.identifier(), statement);
    } while (statement.acceptSymbol(","));
    return options;
  }
}
