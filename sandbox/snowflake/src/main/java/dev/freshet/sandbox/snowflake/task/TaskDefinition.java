package dev.freshet.sandbox.snowflake.task;

import dev.freshet.sandbox.snowflake.engine.SessionParameters;
import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import java.util.Map;
import java.util.Optional;

/**
 * What a task is to do. A change makes a new definition; a run under way keeps the one it started
 * with.
 *
 * @param options what is set on the task
 * @param condition the expression of WHEN; empty if there is none
 * @param body the statement behind AS
 */
record TaskDefinition(TaskOptions options, Optional<TaskCondition> condition, String body) {

  TaskDefinition {
    if (options.schedule().isEmpty() && condition.isEmpty()) {
      throw SnowflakeException.compilation(
          "001008", "a task needs a SCHEDULE, or WHEN SYSTEM$STREAM_HAS_DATA('…')");
    }
    boolean serverless = options.warehouse().isEmpty();
    if (!serverless && options.serverless().isStated()) {
      throw SnowflakeException.compilation(
          "001008",
          "WAREHOUSE excludes USER_TASK_MANAGED_INITIAL_WAREHOUSE_SIZE, TARGET_COMPLETION_INTERVAL"
              + " and the sizes of serverless tasks");
    }
    if (serverless
        && options.schedule().isEmpty()
        && options.serverless().targetCompletion().isEmpty()) {
      throw SnowflakeException.compilation(
          "001008",
          "a triggered task without WAREHOUSE needs TARGET_COMPLETION_INTERVAL = '<n> MINUTES'");
    }
    String autocommit = options.parameters().get(SessionParameters.Name.AUTOCOMMIT);
    if ("false".equalsIgnoreCase(autocommit)) {
      throw SnowflakeException.compilation("001008", "AUTOCOMMIT must be TRUE for a task");
    }
  }

  TaskTrigger trigger() {
    return options
        .schedule()
        .<TaskTrigger>map(every -> every)
        .orElseGet(() -> new TaskTrigger.OnData(options.minimumTriggerInterval()));
  }

  Map<SessionParameters.Name, String> parameters() {
    return options.parameters();
  }

  TaskDefinition withOptions(TaskOptions newOptions) {
    return new TaskDefinition(newOptions, condition, body);
  }

  TaskDefinition withCondition(Optional<TaskCondition> newCondition) {
    return new TaskDefinition(options, newCondition, body);
  }

  TaskDefinition withBody(String newBody) {
    return new TaskDefinition(options, condition, newBody);
  }
}
