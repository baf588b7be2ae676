package dev.freshet.sandbox.snowflake.task;

import dev.freshet.sandbox.snowflake.engine.SessionParameters;
import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import dev.freshet.sandbox.snowflake.object.OptionReader;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import dev.freshet.sandbox.snowflake.sql.UnsupportedSql;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The options and session parameters set on a task. Source: sql-reference/sql/create-task.
 *
 * @param suspendAfterFailures SUSPEND_TASK_AFTER_NUM_FAILURES; 0 never suspends
 * @param timeout USER_TASK_TIMEOUT_MS: a run is ended after it, and has failed; zero is the longest
 *     there is, seven days
 * @param errorIntegration ERROR_INTEGRATION: is told of each failed run
 */
record TaskOptions(
    Optional<TaskTrigger.Every> schedule,
    Duration minimumTriggerInterval,
    Optional<String> warehouse,
    Serverless serverless,
    int suspendAfterFailures,
    Duration timeout,
    Optional<String> errorIntegration,
    String comment,
    Map<SessionParameters.Name, String> parameters) {

  private static final Duration LONGEST_RUN = Duration.ofDays(7);

  /** What a task has that states nothing. */
  static final TaskOptions DEFAULT =
      new TaskOptions(
          Optional.empty(),
          Duration.ofSeconds(30),
          Optional.empty(),
          Serverless.NOTHING,
          10,
          Duration.ofHours(1),
          Optional.empty(),
          "",
          Map.of());

  /** Reads options over the ones that are set. */
  static TaskOptions read(TokenReader reader, TaskOptions before) {
    Collector collector = new Collector(before);
    new OptionReader(reader, collector.known()).readAll();
    return collector.options();
  }

  /** These without an option or a session parameter. */
  TaskOptions without(String name, TokenReader reader) {
    Collector collector = new Collector(this);
    switch (name) {
      case "SCHEDULE" -> collector.schedule = Optional.empty();
      case "COMMENT" -> collector.comment = "";
      case "WAREHOUSE" -> collector.warehouse = Optional.empty();
      case "TARGET_COMPLETION_INTERVAL" ->
          collector.serverless = serverless.withTargetCompletion(Optional.empty());
      case "USER_TASK_TIMEOUT_MS" -> collector.timeout = DEFAULT.timeout;
      case "SUSPEND_TASK_AFTER_NUM_FAILURES" ->
          collector.suspendAfterFailures = DEFAULT.suspendAfterFailures;
      default ->
          collector.parameters.remove(
              SessionParameters.find(name)
                  .orElseThrow(() -> reader.unexpected("cannot UNSET " + name)));
    }
    return collector.options();
  }

  private static final class Collector {
    private Optional<TaskTrigger.Every> schedule;
    private Duration minimumTriggerInterval;
    private Optional<String> warehouse;
    private Serverless serverless;
    private int suspendAfterFailures;
    private Duration timeout;
    private Optional<String> errorIntegration;
    private String comment;
    private final Map<SessionParameters.Name, String> parameters =
        new EnumMap<>(SessionParameters.Name.class);

    Collector(TaskOptions before) {
      schedule = before.schedule;
      minimumTriggerInterval = before.minimumTriggerInterval;
      warehouse = before.warehouse;
      serverless = before.serverless;
      suspendAfterFailures = before.suspendAfterFailures;
      timeout = before.timeout;
      errorIntegration = before.errorIntegration;
      comment = before.comment;
      parameters.putAll(before.parameters);
    }

    Map<String, Consumer<OptionReader>> known() {
      Map<String, Consumer<OptionReader>> known = new HashMap<>(ofTheTask());
      known.putAll(ofMachines());
      for (SessionParameters.Name name : SessionParameters.Name.values()) {
        known.put(name.name(), o -> parameters.put(name, checked(name, o.literal())));
      }
      return known;
    }

    private Map<String, Consumer<OptionReader>> ofTheTask() {
      return Map.of(
          "SCHEDULE", o -> schedule = Optional.of(TaskTrigger.Every.parse(o.literal())),
          "WAREHOUSE", o -> warehouse = Optional.of(o.literal()),
          "USER_TASK_MINIMUM_TRIGGER_INTERVAL_IN_SECONDS",
              o -> minimumTriggerInterval = Duration.ofSeconds(o.number()),
          "SUSPEND_TASK_AFTER_NUM_FAILURES", o -> suspendAfterFailures = (int) o.number(),
          "USER_TASK_TIMEOUT_MS", o -> timeout = timeout(o.number()),
          "ERROR_INTEGRATION", o -> errorIntegration = Optional.of(o.word()),
          "COMMENT", o -> comment = o.literal(),
          "TASK_AUTO_RETRY_ATTEMPTS", o -> only("TASK_AUTO_RETRY_ATTEMPTS", "0", o.literal()),
          "ALLOW_OVERLAPPING_EXECUTION",
              o -> only("ALLOW_OVERLAPPING_EXECUTION", "FALSE", o.literal()),
          "OVERLAP_POLICY", o -> only("OVERLAP_POLICY", "NO_OVERLAP", o.literal()));
    }

    /** Options of tasks without a warehouse. */
    private Map<String, Consumer<OptionReader>> ofMachines() {
      return Map.of(
          "USER_TASK_MANAGED_INITIAL_WAREHOUSE_SIZE",
              o -> serverless = serverless.withInitialSize(o.literal()),
          "SERVERLESS_TASK_MIN_STATEMENT_SIZE", o -> sized(o.literal()),
          "SERVERLESS_TASK_MAX_STATEMENT_SIZE", o -> sized(o.literal()),
          "TARGET_COMPLETION_INTERVAL", o -> completeWithin(o.literal()));
    }

    private void sized(String size) {
      if (!size.matches("(?i)XSMALL|SMALL|MEDIUM|LARGE|XLARGE|XXLARGE")) {
        throw SnowflakeException.compilation(
            "001008", "invalid value [" + size + "] for the size of a serverless task");
      }
      serverless = serverless.withSizes();
    }

    private void completeWithin(String interval) {
      TaskTrigger.Every read = TaskTrigger.Every.parse("TARGET_COMPLETION_INTERVAL", interval);
      serverless = serverless.withTargetCompletion(Optional.of(read.schedule()));
    }

    private static Duration timeout(long millis) {
      if (millis > LONGEST_RUN.toMillis()) {
        throw SnowflakeException.compilation(
            "001008",
            "invalid value ["
                + millis
                + "] for parameter 'USER_TASK_TIMEOUT_MS': from 0 to "
                + LONGEST_RUN.toMillis());
      }
      return millis == 0 ? LONGEST_RUN : Duration.ofMillis(millis);
    }

    TaskOptions options() {
      return new TaskOptions(
          schedule,
          new TaskTrigger.OnData(minimumTriggerInterval).interval(),
          warehouse,
          serverless,
          suspendAfterFailures,
          timeout,
          errorIntegration,
          comment,
          Map.copyOf(parameters));
    }

    /** A value a session would refuse must not wait for the first run. */
    private static String checked(SessionParameters.Name name, String value) {
      new SessionParameters().set(name, value);
      return value;
    }

    private static void only(String option, String supported, String value) {
      if (!value.equalsIgnoreCase(supported)) {
        throw new UnsupportedSql("tasks with " + option + " = " + value);
      }
    }
  }
}
