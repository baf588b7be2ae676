package dev.freshet.sandbox.snowflake.task;

import dev.freshet.sandbox.snowflake.engine.SessionParameters;
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
 * @param hasTargetCompletion whether TARGET_COMPLETION_INTERVAL is set
 */
record TaskOptions(
    Optional<TaskTrigger.Every> schedule,
    Duration minimumTriggerInterval,
    Optional<String> warehouse,
    int suspendAfterFailures,
    boolean hasTargetCompletion,
    String comment,
    Map<SessionParameters.Name, String> parameters) {

  /** What a task has that states nothing. */
  static final TaskOptions DEFAULT =
      new TaskOptions(
          Optional.empty(), Duration.ofSeconds(30), Optional.empty(), 10, false, "", Map.of());

  /** Reads options over the ones that are set. */
  static TaskOptions read(TokenReader reader, TaskOptions before) {
    Collector collector = new Collector(before);
    new OptionReader(reader, collector.known()).readAll();
    return collector.options();
  }

  /** These without a schedule or a session parameter. */
  TaskOptions without(String name, TokenReader reader) {
    Collector collector = new Collector(this);
    switch (name) {
      case "SCHEDULE" -> collector.schedule = Optional.empty();
      case "COMMENT" -> collector.comment = "";
      case "WAREHOUSE" -> collector.warehouse = Optional.empty();
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
    private int suspendAfterFailures;
    private boolean hasTargetCompletion;
    private String comment;
    private final Map<SessionParameters.Name, String> parameters =
        new EnumMap<>(SessionParameters.Name.class);

    Collector(TaskOptions before) {
      schedule = before.schedule;
      minimumTriggerInterval = before.minimumTriggerInterval;
      warehouse = before.warehouse;
      suspendAfterFailures = before.suspendAfterFailures;
      hasTargetCompletion = before.hasTargetCompletion;
      comment = before.comment;
      parameters.putAll(before.parameters);
    }

    Map<String, Consumer<OptionReader>> known() {
      Map<String, Consumer<OptionReader>> known = new HashMap<>(ofTheTask());
      known.putAll(withoutEffect());
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
          "TARGET_COMPLETION_INTERVAL",
              o -> hasTargetCompletion = !TaskTrigger.Every.parse(o.literal()).schedule().isEmpty(),
          "COMMENT", o -> comment = o.literal(),
          "TASK_AUTO_RETRY_ATTEMPTS", o -> only("TASK_AUTO_RETRY_ATTEMPTS", "0", o.literal()),
          "ALLOW_OVERLAPPING_EXECUTION",
              o -> only("ALLOW_OVERLAPPING_EXECUTION", "FALSE", o.literal()),
          "OVERLAP_POLICY", o -> only("OVERLAP_POLICY", "NO_OVERLAP", o.literal()));
    }

    /** Options about machines the sandbox does not have, and a time limit it does not enforce. */
    private static Map<String, Consumer<OptionReader>> withoutEffect() {
      return Map.of(
          "USER_TASK_MANAGED_INITIAL_WAREHOUSE_SIZE", OptionReader::literal,
          "SERVERLESS_TASK_MIN_STATEMENT_SIZE", OptionReader::literal,
          "SERVERLESS_TASK_MAX_STATEMENT_SIZE", OptionReader::literal,
          "USER_TASK_TIMEOUT_MS", OptionReader::number);
    }

    TaskOptions options() {
      return new TaskOptions(
          schedule,
          new TaskTrigger.OnData(minimumTriggerInterval).interval(),
          warehouse,
          suspendAfterFailures,
          hasTargetCompletion,
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
