package dev.freshet.procs.task;

import dev.freshet.procs.home.Settings;
import dev.freshet.procs.sql.Sql;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The statement that makes a task, or gives one that is there this shape (CREATE OR ALTER, which
 * keeps its history and grants; sql-reference/sql/create-task). Evaluating WHEN needs no warehouse.
 *
 * @param task its full name
 * @param pace how often it runs
 * @param settings where it runs, and who is told of failures
 * @param tag the query tag of all its statements
 * @param suspendAfter how many failures in a row suspend it; 0 for never
 * @param streams it runs if one of them has data
 * @param call what it runs
 */
record TaskText(
    String task,
    Pace pace,
    Settings settings,
    String tag,
    int suspendAfter,
    List<String> streams,
    String call) {
  private static final long LONGEST_RUN_MILLIS = Duration.ofHours(1).toMillis();

  /**
   * Session parameters that the procedures' statements depend on: an account or a user may have
   * others. A procedure with its owner's rights honours its caller's
   * (developer-guide/stored-procedure/stored-procedures-rights).
   */
  private static final List<String> PARAMETERS =
      List.of(
          "AUTOCOMMIT = TRUE",
          "BINARY_INPUT_FORMAT = 'HEX'",
          "BINARY_OUTPUT_FORMAT = 'HEX'",
          "DATE_OUTPUT_FORMAT = 'YYYY-MM-DD'",
          "ENABLE_UNLOAD_PHYSICAL_TYPE_OPTIMIZATION = FALSE",
          "LOCK_TIMEOUT = 0",
          "QUOTED_IDENTIFIERS_IGNORE_CASE = FALSE",
          "STATEMENT_TIMEOUT_IN_SECONDS = " + LONGEST_RUN_MILLIS / 1000,
          "TIMESTAMP_NTZ_OUTPUT_FORMAT = 'YYYY-MM-DD HH24:MI:SS.FF9'",
          "TIMESTAMP_OUTPUT_FORMAT = 'YYYY-MM-DD HH24:MI:SS.FF9 TZHTZM'",
          "TIMESTAMP_TYPE_MAPPING = 'TIMESTAMP_NTZ'",
          "TIMEZONE = 'UTC'",
          "TIME_OUTPUT_FORMAT = 'HH24:MI:SS.FF9'",
          "TRANSACTION_ABORT_ON_ERROR = FALSE");

  /** Makes it, suspended as every new task is; nothing if it is there. */
  String create() {
    return "CREATE TASK IF NOT EXISTS " + rest();
  }

  /** Makes it or alters it; it must be suspended. */
  String createOrAlter() {
    return "CREATE OR ALTER TASK " + rest();
  }

  private String rest() {
    return String.join(
        "\n  ",
        task,
        settings.taskWarehouse().map(w -> "WAREHOUSE = " + Sql.plain(w)).orElse(serverless()),
        pace.clauses(),
        String.join(",\n  ", PARAMETERS) + ",",
        "QUERY_TAG = " + Sql.literal(tag),
        "USER_TASK_TIMEOUT_MS = " + LONGEST_RUN_MILLIS,
        "SUSPEND_TASK_AFTER_NUM_FAILURES = " + suspendAfter + told(settings.errorIntegration()),
        "COMMENT = " + Sql.literal(tag),
        "WHEN "
            + streams.stream()
                .map(s -> "SYSTEM$STREAM_HAS_DATA(" + Sql.literal(s) + ")")
                .collect(Collectors.joining(" OR ")),
        "AS " + call);
  }

  private String serverless() {
    long minutes =
        Math.max(1, Math.min(pace.interval().toMinutes(), Duration.ofDays(1).toMinutes()));
    return String.join(
        "\n  ",
        "USER_TASK_MANAGED_INITIAL_WAREHOUSE_SIZE = 'XSMALL'",
        "SERVERLESS_TASK_MAX_STATEMENT_SIZE = 'SMALL'",
        "TARGET_COMPLETION_INTERVAL = '" + minutes + " MINUTES'");
  }

  private static String told(Optional<String> integration) {
    return integration.map(i -> "\n  ERROR_INTEGRATION = " + Sql.plain(i)).orElse("");
  }
}
