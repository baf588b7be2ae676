package dev.freshet.sandbox.snowflake.task;

import dev.freshet.sandbox.snowflake.engine.Extensions;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import dev.freshet.sandbox.snowflake.sql.ObjectName;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import dev.freshet.sandbox.snowflake.time.Nanos;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * {@code TABLE(INFORMATION_SCHEMA.TASK_HISTORY(…))} with TASK_NAME, ROOT_TASK_ID, ERROR_ONLY and
 * RESULT_LIMIT: the runs of all tasks, newest first. Source: sql-reference/functions/task_history.
 */
final class TaskHistoryFunction implements Extensions.TableFunction {

  private static final String COLUMNS =
      "QUERY_ID, NAME, DATABASE_NAME, SCHEMA_NAME, QUERY_TEXT, CONDITION_TEXT, STATE, ERROR_CODE,"
          + " ERROR_MESSAGE, SCHEDULED_FROM, ROOT_TASK_ID, QUERY_START_TIME, COMPLETED_TIME";
  private static final String NEVER = "sf_ltz(CAST(0 AS UHUGEINT))";
  private static final String NOTHING =
      "('', '', '', '', '', '', '', '', '', '', '', " + NEVER + ", " + NEVER + ")";
  private static final int MOST = 10_000;

  private final TaskHistory history;

  TaskHistoryFunction(TaskHistory history) {
    this.history = history;
  }

  @Override
  public String relation(Session session, TokenReader arguments) {
    Predicate<TaskHistory.Entry> wanted = entry -> true;
    int limit = 100;
    while (!arguments.peek().isSymbol(")")) {
      if (arguments.accept("RESULT_LIMIT")) {
        arguments.expectSymbol("=>");
        limit = arguments.integer();
      } else {
        wanted = wanted.and(condition(arguments));
      }
      arguments.acceptSymbol(",");
    }
    if (limit < 1 || limit > MOST) {
      throw SnowflakeException.compilation(
          "001008", "invalid value [" + limit + "] for RESULT_LIMIT: from 1 to " + MOST);
    }
    return relation(history.entries().stream().filter(wanted).limit(limit).toList());
  }

  private static Predicate<TaskHistory.Entry> condition(TokenReader arguments) {
    String name = arguments.acceptAny("TASK_NAME", "ROOT_TASK_ID", "ERROR_ONLY");
    if (name.isEmpty()) {
      throw arguments.unexpected("expected TASK_NAME, ROOT_TASK_ID, ERROR_ONLY or RESULT_LIMIT");
    }
    arguments.expectSymbol("=>");
    if (name.equals("ERROR_ONLY")) {
      boolean only = arguments.bool();
      return entry -> !only || entry.state().isError();
    }
    String value = arguments.string();
    if (name.equals("ROOT_TASK_ID")) {
      return entry -> entry.task().id().equals(value);
    }
    String task = new TokenReader(value).identifier();
    return entry -> entry.task().name().name().equals(task);
  }

  private static String relation(List<TaskHistory.Entry> entries) {
    if (entries.isEmpty()) {
      return "(SELECT * FROM (VALUES " + NOTHING + ") AS history(" + COLUMNS + ") WHERE FALSE)";
    }
    String rows = entries.stream().map(TaskHistoryFunction::row).collect(Collectors.joining(", "));
    return "(SELECT * FROM (VALUES " + rows + ") AS history(" + COLUMNS + "))";
  }

  private static String row(TaskHistory.Entry entry) {
    ObjectName name = entry.task().name();
    List<String> values =
        List.of(
            text(entry.queryId()),
            text(name.name()),
            text(name.database()),
            text(name.schema()),
            text(entry.definition().body()),
            text(entry.definition().condition().map(TaskCondition::text).orElse("")),
            text(entry.state().name()),
            text(entry.errorCode()),
            text(entry.errorMessage()),
            text(entry.from()),
            text(entry.task().id()),
            time(entry.startedAt()),
            entry.state() == TaskHistory.State.EXECUTING ? "NULL" : time(entry.completedAt()));
    return "(" + String.join(", ", values) + ")";
  }

  private static String text(String value) {
    return value.isEmpty() ? "NULL" : "'" + value.replace("'", "''") + "'";
  }

  private static String time(Instant time) {
    return Nanos.ltz(time);
  }
}
