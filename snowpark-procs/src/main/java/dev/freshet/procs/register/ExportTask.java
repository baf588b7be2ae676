package dev.freshet.procs.register;

import dev.freshet.contract.Contract;
import dev.freshet.procs.drift.Rewrites;
import dev.freshet.procs.sql.ContractSchema;
import dev.freshet.procs.sql.Sql;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The task that calls the export. It wakes on a timer and runs only if one of its streams has data:
 * the source's, the requests', which a crash between commit and manifest leaves behind, and the one
 * that shows an event contract's source rewritten. Evaluating WHEN needs no warehouse
 * (sql-reference/sql/create-task).
 *
 * @param warehouse where it runs; empty for serverless
 * @param schedule how often it looks, for instance {@code 10 SECONDS}
 * @param errorIntegration the notification integration that is told of a failed run, and so of a
 *     halt; empty for none (user-guide/tasks-errors)
 */
record ExportTask(
    Contract contract,
    ContractSchema schema,
    Optional<String> warehouse,
    String schedule,
    Optional<String> errorIntegration) {

  /** Makes it, suspended as every new task is; a promotion resumes it. */
  String create() {
    return String.join(
        "\n  ",
        "CREATE TASK IF NOT EXISTS " + schema.task(),
        warehouse
            .map(w -> "WAREHOUSE = " + Sql.plain(w))
            .orElse("USER_TASK_MANAGED_INITIAL_WAREHOUSE_SIZE = 'XSMALL'"),
        "SCHEDULE = " + Sql.literal(schedule),
        "ENABLE_UNLOAD_PHYSICAL_TYPE_OPTIMIZATION = FALSE,",
        "TIMEZONE = 'UTC',",
        "LOCK_TIMEOUT = 0,",
        "QUERY_TAG = " + Sql.literal("freshet export " + schema.contract()),
        "SUSPEND_TASK_AFTER_NUM_FAILURES = 10"
            + errorIntegration.map(i -> "\n  ERROR_INTEGRATION = " + Sql.plain(i)).orElse(""),
        "COMMENT = " + Sql.literal("Exports contract " + schema.contract()),
        "WHEN " + String.join(" OR ", streams().map(ExportTask::hasData).toList()),
        "AS CALL "
            + schema.app().exportProcedure()
            + "("
            + Sql.literal(schema.contract().toString())
            + ")");
  }

  private Stream<String> streams() {
    return Stream.concat(
        Stream.of(schema.sourceStream(), schema.todoStream()),
        Rewrites.stream(contract, schema).stream());
  }

  private static String hasData(String stream) {
    return "SYSTEM$STREAM_HAS_DATA(" + Sql.literal(stream) + ")";
  }
}
