package dev.freshet.procs.register;

import dev.freshet.procs.sql.ContractSchema;
import dev.freshet.procs.sql.Sql;
import java.util.Optional;

/**
 * The task that calls the export. It wakes on a timer and runs only if one of the two streams has
 * data: the source's, or the requests', which a crash between commit and manifest leaves behind.
 * Evaluating WHEN needs no warehouse (sql-reference/sql/create-task).
 *
 * @param warehouse where it runs; empty for serverless
 * @param schedule how often it looks, for instance {@code 10 SECONDS}
 */
record ExportTask(ContractSchema schema, Optional<String> warehouse, String schedule) {

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
        "SUSPEND_TASK_AFTER_NUM_FAILURES = 10",
        "COMMENT = " + Sql.literal("Exports contract " + schema.contract()),
        "WHEN " + hasData(schema.sourceStream()) + " OR " + hasData(schema.todoStream()),
        "AS CALL "
            + schema.app().exportProcedure()
            + "("
            + Sql.literal(schema.contract().toString())
            + ")");
  }

  private static String hasData(String stream) {
    return "SYSTEM$STREAM_HAS_DATA(" + Sql.literal(stream) + ")";
  }
}
