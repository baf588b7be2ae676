package dev.freshet.sandbox.snowflake.task;

import dev.freshet.sandbox.snowflake.engine.Engine;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import dev.freshet.sandbox.snowflake.sql.ObjectName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run of a task that has begun: its statement in a session of its own, with the task's
 * parameters, role, warehouse and place. Nothing escapes: however it ends, the history tells.
 */
final class TaskRun implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(TaskRun.class);
  private static final String USER = "SYSTEM";

  private final Engine engine;
  private final Task task;
  private final TaskDefinition definition;
  private final TaskHistory history;
  private final Notifications notifications;
  private final String from;
  private final Instant startedAt;
  private final TaskHistory.Entry executing;
  private volatile @Nullable Session session;
  private volatile boolean timedOut;

  /**
   * @param from what made it run, for the history
   */
  TaskRun(Engine engine, Task task, TaskHistory history, Notifications notifications, String from) {
    this.engine = engine;
    this.task = task;
    this.definition = task.definition();
    this.history = history;
    this.notifications = notifications;
    this.from = from;
    this.startedAt = engine.clock().instant();
    this.executing = entry("", TaskHistory.State.EXECUTING, "", "");
  }

  /** A session as the statement and the condition of a task have it. */
  static Session open(Engine engine, Task task, TaskDefinition definition) {
    Session session = engine.openSession(USER, engine.access().ownerOf(task));
    try {
      ObjectName name = task.name();
      session.use(name.database(), name.schema());
      definition.options().warehouse().ifPresent(session::useWarehouse);
      definition.parameters().forEach(session.parameters()::set);
      return session;
    } catch (SnowflakeException e) {
      engine.sessions().end(session);
      throw e;
    }
  }

  @Override
  public void run() {
    history.begun(executing);
    try {
      Session opened = open(engine, task, definition);
      session = opened;
      try {
        opened.execute(definition.body());
        succeeded(opened);
      } finally {
        engine.sessions().end(opened);
      }
    } catch (SnowflakeException e) {
      failed(e.code(), String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      LOG.error("A run of task {} met a fault of the sandbox", task.name(), e);
      failed("000603", "fault of the sandbox: " + e);
    }
  }

  /** Ends a run that takes longer than its task allows; it has failed. */
  void endIfOverdue(Instant now) {
    if (now.isAfter(startedAt.plus(definition.options().timeout()))) {
      timedOut = true;
      cancel();
    }
  }

  /** Ends the run's session: its next statement fails. */
  void cancel() {
    Session opened = session;
    if (opened != null) {
      engine.sessions().end(opened);
    }
  }

  private void succeeded(Session opened) {
    note(opened.lastQueryId(), TaskHistory.State.SUCCEEDED, "", "");
    task.succeeded();
  }

  /** Errors count towards the suspension of the task; a session that was killed does not. */
  void failed(String code, String message) {
    LOG.warn("Task {} failed with error {}; TASK_HISTORY has its message", task.name(), code);
    Session opened = session;
    String queryId = opened == null ? "" : opened.lastQueryId();
    if (timedOut) {
      fail(queryId, "000630", "The run reached USER_TASK_TIMEOUT_MS and was cancelled");
    } else if (code.equals("390111")) {
      note(queryId, TaskHistory.State.FAILED, code, message);
      task.interrupted();
    } else {
      fail(queryId, code, message);
    }
  }

  private void fail(String queryId, String code, String message) {
    boolean suspended = task.failed(engine.clock().instant());
    note(
        queryId,
        suspended ? TaskHistory.State.FAILED_AND_AUTO_SUSPENDED : TaskHistory.State.FAILED,
        code,
        message);
  }

  /** Notes that the condition did not hold. */
  void skipped() {
    note(
        "",
        TaskHistory.State.SKIPPED,
        "040003",
        "Conditional expression for task evaluated to false.");
  }

  private void note(String queryId, TaskHistory.State state, String code, String message) {
    TaskHistory.Entry end = entry(queryId, state, code, message);
    history.ended(executing, end);
    if (state.isError()) {
      notifications.tell(end);
    }
  }

  private TaskHistory.Entry entry(
      String queryId, TaskHistory.State state, String code, String message) {
    return new TaskHistory.Entry(
        task, definition, queryId, state, from, code, message, startedAt, engine.clock().instant());
  }
}
