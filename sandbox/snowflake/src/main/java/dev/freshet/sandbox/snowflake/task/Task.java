package dev.freshet.sandbox.snowflake.task;

import dev.freshet.sandbox.snowflake.catalog.ObjectKind;
import dev.freshet.sandbox.snowflake.catalog.SchemaObject;
import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import dev.freshet.sandbox.snowflake.sql.ObjectName;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task: its definition, and where it stands. Starts suspended. Never two runs at a time.
 * Thread-safe.
 */
final class Task implements SchemaObject {

  private final String id = UUID.randomUUID().toString();
  private final ObjectName name;
  private final String owner;
  private final Instant createdOn;
  private TaskDefinition definition;
  private boolean started;
  private boolean running;
  private boolean requested;
  private int failures;
  private String suspendedBecause = "";
  private @Nullable Instant suspendedOn;
  private @Nullable Instant waitingSince;

  /**
   * @param owner the role that created it and that it runs as
   */
  Task(ObjectName name, String owner, TaskDefinition definition, Instant createdOn) {
    this.name = name;
    this.owner = owner;
    this.definition = definition;
    this.createdOn = createdOn;
  }

  @Override
  public ObjectKind kind() {
    return ObjectKind.TASK;
  }

  @Override
  public ObjectName name() {
    return name;
  }

  @Override
  public Instant createdOn() {
    return createdOn;
  }

  String owner() {
    return owner;
  }

  synchronized TaskDefinition definition() {
    return definition;
  }

  /** Identifies the task in SHOW TASKS and TASK_HISTORY. */
  String id() {
    return id;
  }

  /** Snowflake changes no task that is started. */
  synchronized void requireSuspended() {
    if (started) {
      throw new SnowflakeException(
          "091083",
          "55000",
          "Unable to update graph with root task "
              + name
              + " since that root task is not suspended.");
    }
  }

  /** When it was suspended last; null if it never was. */
  synchronized @Nullable Instant suspendedOn() {
    return suspendedOn;
  }

  synchronized void redefine(TaskDefinition newDefinition) {
    definition = newDefinition;
  }

  synchronized boolean isStarted() {
    return started;
  }

  /** Why it is suspended: Snowflake's word for it, empty if it never was. */
  synchronized String suspendedBecause() {
    return suspendedBecause;
  }

  /** RESUME: from now on it is due by its trigger; earlier failures are forgotten. */
  synchronized void resume(Instant now) {
    if (!started) {
      started = true;
      failures = 0;
      waitingSince = now;
      suspendedBecause = "";
    }
  }

  /** SUSPEND: a run under way goes on. */
  synchronized void suspend(String because, Instant now) {
    if (started) {
      started = false;
      suspendedBecause = because;
      suspendedOn = now;
    }
  }

  /** EXECUTE TASK: due at once, and once, also while suspended. */
  synchronized void request() {
    requested = true;
  }

  /** Whether a run may begin now, its condition aside. */
  synchronized boolean isDue(Instant now, double pace) {
    if (running) {
      return false;
    }
    boolean byTrigger =
        started
            && waitingSince != null
            && !now.isBefore(definition.trigger().next(waitingSince, pace));
    return requested || byTrigger;
  }

  synchronized boolean isRequested() {
    return requested;
  }

  /** Begins a run; {@link #succeeded}, {@link #failed} or {@link #interrupted} must follow. */
  synchronized void begin(Instant now) {
    running = true;
    requested = false;
    waitingSince = now;
  }

  /** Lets a due run pass, since its condition does not hold. */
  synchronized void pass(Instant now) {
    requested = false;
    // A triggered task keeps looking; a scheduled one waits for its next time.
    if (definition.trigger() instanceof TaskTrigger.Every) {
      waitingSince = now;
    }
  }

  synchronized void succeeded() {
    running = false;
    failures = 0;
  }

  /** A run that ended through no fault of the task, such as a lost session. */
  synchronized void interrupted() {
    running = false;
  }

  /** Whether this failure suspended the task. */
  synchronized boolean failed(Instant now) {
    running = false;
    failures++;
    int limit = definition.options().suspendAfterFailures();
    boolean suspends = limit > 0 && failures >= limit && started;
    if (suspends) {
      suspend("SUSPENDED_DUE_TO_ERRORS", now);
    }
    return suspends;
  }
}
