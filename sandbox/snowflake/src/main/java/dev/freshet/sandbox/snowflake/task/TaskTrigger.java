package dev.freshet.sandbox.snowflake.task;

import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import dev.freshet.sandbox.snowflake.sql.UnsupportedSql;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What makes a task due. Source: sql-reference/sql/create-task. */
sealed interface TaskTrigger {

  /**
   * When the task is due next.
   *
   * @param since its last start or its RESUME, whichever is later
   * @param pace factor on all waiting
   */
  Instant next(Instant since, double pace);

  /** As SHOW TASKS prints it; empty if the task has no schedule. */
  String schedule();

  /** SCHEDULE = '<n> SECONDS | MINUTES | HOURS'. */
  record Every(String schedule, Duration interval) implements TaskTrigger {

    private static final Pattern TEXT =
        Pattern.compile("(\\d{1,6})\\s+(SECOND|MINUTE|HOUR|S|M|H)S?");
    private static final Duration SHORTEST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofDays(8);

    static Every parse(String text) {
      return parse("SCHEDULE", text);
    }

    static Every parse(String parameter, String text) {
      String upper = text.strip().toUpperCase(Locale.ROOT);
      if (upper.startsWith("USING CRON")) {
        throw new UnsupportedSql("SCHEDULE = 'USING CRON …'; state an interval in its place");
      }
      Matcher matcher = TEXT.matcher(upper);
      if (!matcher.matches()) {
        throw invalid(parameter, text, "expected '<n> SECONDS', '<n> MINUTES' or '<n> HOURS'");
      }
      Duration interval = interval(Long.parseLong(matcher.group(1)), matcher.group(2));
      if (interval.compareTo(SHORTEST) < 0 || interval.compareTo(LONGEST) > 0) {
        throw invalid(parameter, text, "from 10 seconds to 8 days");
      }
      return new Every(text.strip(), interval);
    }

    private static Duration interval(long number, String unit) {
      return switch (unit.charAt(0)) {
        case 'S' -> Duration.ofSeconds(number);
        case 'M' -> Duration.ofMinutes(number);
        default -> Duration.ofHours(number);
      };
    }

    private static SnowflakeException invalid(String parameter, String text, String expected) {
      return SnowflakeException.compilation(
          "001008", "invalid value [" + text + "] for parameter '" + parameter + "': " + expected);
    }

    @Override
    public Instant next(Instant since, double pace) {
      return since.plus(scaled(interval, pace));
    }
  }

  /**
   * No schedule: due whenever its WHEN holds, but not more often than this.
   *
   * @param interval USER_TASK_MINIMUM_TRIGGER_INTERVAL_IN_SECONDS
   */
  record OnData(Duration interval) implements TaskTrigger {

    private static final long SHORTEST_SECONDS = 10;
    private static final long LONGEST_SECONDS = 604_800;

    public OnData {
      long seconds = interval.toSeconds();
      if (seconds < SHORTEST_SECONDS || seconds > LONGEST_SECONDS) {
        throw SnowflakeException.compilation(
            "001008",
            "invalid value [%d] for parameter 'USER_TASK_MINIMUM_TRIGGER_INTERVAL_IN_SECONDS': from %d to %d"
                .formatted(seconds, SHORTEST_SECONDS, LONGEST_SECONDS));
      }
    }

    @Override
    public String schedule() {
      return "";
    }

    @Override
    public Instant next(Instant since, double pace) {
      return since.plus(scaled(interval, pace));
    }
  }

  private static Duration scaled(Duration interval, double pace) {
    return Duration.ofNanos((long) (interval.toNanos() * pace));
  }
}
