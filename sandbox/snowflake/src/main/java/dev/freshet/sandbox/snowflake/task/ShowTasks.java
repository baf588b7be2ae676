package dev.freshet.sandbox.snowflake.task;

import dev.freshet.sandbox.snowflake.catalog.ObjectKind;
import dev.freshet.sandbox.snowflake.engine.Result;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.StatementHandler;
import dev.freshet.sandbox.snowflake.engine.StatementType;
import dev.freshet.sandbox.snowflake.show.ShowClause;
import dev.freshet.sandbox.snowflake.show.ShowValues;
import dev.freshet.sandbox.snowflake.sql.ObjectName;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** SHOW TASKS and DESCRIBE TASK, with the columns that have a meaning here. */
final class ShowTasks implements StatementHandler {

  @Override
  public boolean handles(TokenReader statement) {
    return statement.startsWith("SHOW", "TASKS")
        || statement.startsWith("DESCRIBE", "TASK")
        || statement.startsWith("DESC", "TASK");
  }

  @Override
  public Result execute(Session session, TokenReader statement) {
    Result.Builder result = header();
    asked(session, statement).forEach(task -> row(result, task));
    return result.build();
  }

  @Override
  public Result describe(Session session, TokenReader statement) {
    return header().build();
  }

  private static List<Task> asked(Session session, TokenReader statement) {
    var catalog = session.engine().catalog();
    if (statement.accept("SHOW", "TASKS")) {
      return ShowClause.read(session, statement).objects(session, Task.class);
    }
    statement.next();
    statement.expect("TASK");
    ObjectName name = ObjectName.read(statement, session);
    statement.expectEnd();
    return List.of(catalog.get(ObjectKind.TASK, name, Task.class));
  }

  private static Result.Builder header() {
    return Result.builder(StatementType.SHOW)
        .timestamp("created_on")
        .text("name", "id", "database_name", "schema_name", "owner", "comment", "warehouse")
        .text("schedule", "state", "definition", "condition", "allow_overlapping_execution")
        .text("error_integration")
        .timestamp("last_suspended_on")
        .text("last_suspended_reason", "target_completion_interval");
  }

  private static @Nullable String suspendedOn(Task task) {
    Instant at = task.suspendedOn();
    return at == null ? null : ShowValues.time(at);
  }

  private static void row(Result.Builder result, Task task) {
    TaskDefinition definition = task.definition();
    TaskOptions options = definition.options();
    result.row(
        ShowValues.time(task.createdOn()),
        task.name().name(),
        task.id(),
        task.name().database(),
        task.name().schema(),
        task.owner(),
        options.comment(),
        options.warehouse().orElse(null),
        options.schedule().map(TaskTrigger.Every::schedule).orElse(null),
        task.isStarted() ? "started" : "suspended",
        definition.body(),
        definition.condition().map(TaskCondition::text).orElse(null),
        "false",
        options.errorIntegration().orElse(null),
        suspendedOn(task),
        task.suspendedBecause().isEmpty() ? null : task.suspendedBecause(),
        options.serverless().targetCompletion().orElse(null));
  }
}
