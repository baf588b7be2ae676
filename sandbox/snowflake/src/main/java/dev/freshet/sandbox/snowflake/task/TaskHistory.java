package dev.freshet.sandbox.snowflake.task;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last runs of all tasks, newest first. Thread-safe. */
final class TaskHistory {

  private static final int KEPT = 10_000;

  private final Deque<Entry> entries = new ArrayDeque<>();

  /** How a run ended. */
  enum State {
    EXECUTING,
    SUCCEEDED,
    FAILED,
    FAILED_AND_AUTO_SUSPENDED,
    SKIPPED;

    /** Whether ERROR_ONLY shows it. */
    boolean isError() {
      return this == FAILED || this == FAILED_AND_AUTO_SUSPENDED;
    }
  }

  /**
   * One run, or one that was due and skipped.
   *
   * @param definition what it ran
   * @param from SCHEDULE, TRIGGER or EXECUTE TASK
   * @param errorCode empty if none
   * @param completedAt when it ended; of a run that is executing, when it started
   */
  record Entry(
      Task task,
      TaskDefinition definition,
      String queryId,
      State state,
      String from,
      String errorCode,
      String errorMessage,
      Instant startedAt,
      Instant completedAt) {}

  /** Notes a run that has begun; {@link #ended} takes its place. */
  synchronized void begun(Entry executing) {
    add(executing);
  }

  /** Notes how a run ended. */
  synchronized void ended(Entry executing, Entry end) {
    entries.remove(executing);
    add(end);
  }

  synchronized void add(Entry entry) {
    entries.addFirst(entry);
    if (entries.size() > KEPT) {
      entries.removeLast();
    }
  }

  synchronized List<Entry> entries() {
    return List.copyOf(entries);
  }
}
