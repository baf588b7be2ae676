package dev.freshet.sandbox.snowflake.task;

import dev.freshet.sandbox.snowflake.engine.Extensions;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.sql.ObjectName;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import dev.freshet.sandbox.snowflake.time.Nanos;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * {@code TABLE(INFORMATION_SCHEMA.TASK_HISTORY([TASK_NAME => '…'] [, RESULT_LIMIT => n]))}: the
 * runs of all tasks, newest first. Source: sql-reference/functions/task_history.
 */
final class TaskHistoryFunction implements Extensions.TableFunction {

  private static final String COLUMNS =
      "QUERY_ID, NAME, DATABASE_NAME, SCHEMA_NAME, QUERY_TEXT, CONDITION_TEXT, STATE, ERROR_CODE,"
          + " ERROR_MESSAGE, SCHEDULED_FROM, QUERY_START_TIME, COMPLETED_TIME";
  private static final String NOTHING =
      "('', '', '', '', '', '', '', '', '', '', sf_ltz(CAST(0 AS UHUGEINT)),"
          + " sf_ltz(CAST(0 AS UHUGEINT)))";

  private final TaskHistory history;

  TaskHistoryFunction(TaskHistory history) {
    this.history = history;
  }

  @Override
  public String relation(Session session, TokenReader arguments) {
    String name = "";
    int limit = 100;
    while (!arguments.peek().isSymbol(")")) {
      if (arguments.accept("TASK_NAME")) {
        arguments.expectSymbol("=>");
        name = new TokenReader(arguments.string()).identifier();
      } else {
        arguments.expect("RESULT_LIMIT");
        arguments.expectSymbol("=>");
        limit = arguments.integer();
      }
      arguments.acceptSymbol(",");
    }
    return relation(entries(name, limit));
  }

  private List<TaskHistory.Entry> entries(String name, int limit) {
    return history.entries().stream()
        .filter(entry -> name.isEmpty() || entry.task().name().name().equals(name))
        .limit(limit)
        .toList();
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
            time(entry.startedAt()),
            time(entry.completedAt()));
    return "(" + String.join(", ", values) + ")";
  }

  private static String text(String value) {
    return value.isEmpty() ? "NULL" : "'" + value.replace("'", "''") + "'";
  }

  private static String time(Instant time) {
    return Nanos.ltz(time);
  }
}
