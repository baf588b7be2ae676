package dev.freshet.procs.task;

import java.time.Duration;

/**
 * How often a task runs: half of the promised latency is for waiting, the other half for the run
 * and the bridge. Up to an hour of latency the data trigger the task, so that the first change
 * after a quiet time leaves at once; above, a schedule gathers changes into fewer, larger change
 * sets.
 */
sealed interface Pace {

  /** Up to this latency a task is triggered. */
  Duration TRIGGERED_UP_TO = Duration.ofHours(1);

  /** The pace for a latency from a commit in the source to the record. */
  static Pace of(Duration latency) {
    Duration half = latency.dividedBy(2);
    return latency.compareTo(TRIGGERED_UP_TO) <= 0
        ? new Triggered(clamp(half, Triggered.SHORTEST, Triggered.LONGEST))
        : new Scheduled(clamp(half, Duration.ofMinutes(1), Scheduled.LONGEST));
  }

  /** The clauses of CREATE TASK that say so. */
  String clauses();

  /**
   * How long a run may take on machines that Snowflake chooses: TARGET_COMPLETION_INTERVAL, which a
   * serverless triggered task must have (user-guide/tasks-triggered).
   */
  Duration interval();

  /**
   * Whenever a stream has data, but not more often than this.
   *
   * @param interval USER_TASK_MINIMUM_TRIGGER_INTERVAL_IN_SECONDS, 10 to 604,800
   */
  record Triggered(Duration interval) implements Pace {
    static final Duration SHORTEST = Duration.ofSeconds(10);
    static final Duration LONGEST = Duration.ofDays(7);

    @Override
    public String clauses() {
      return "USER_TASK_MINIMUM_TRIGGER_INTERVAL_IN_SECONDS = " + interval.toSeconds();
    }
  }

  /**
   * On a timer, if a stream has data then.
   *
   * @param interval SCHEDULE, whole minutes, at most eight days
   */
  record Scheduled(Duration interval) implements Pace {
    static final Duration LONGEST = Duration.ofDays(8);

    @Override
    public String clauses() {
      return "SCHEDULE = '" + interval.toMinutes() + " MINUTES'";
    }
  }

  private static Duration clamp(Duration duration, Duration shortest, Duration longest) {
    if (duration.compareTo(shortest) < 0) {
      return shortest;
    }
    return duration.compareTo(longest) > 0 ? longest : duration;
  }
}
