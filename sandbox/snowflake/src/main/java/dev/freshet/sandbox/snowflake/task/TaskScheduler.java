package dev.freshet.sandbox.snowflake.task;

import dev.freshet.sandbox.snowflake.engine.Engine;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at all tasks several times a second and runs those that are due, each run on a thread of
 * its own. Whether a task is due goes by the engine's clock.
 */
final class TaskScheduler implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(TaskScheduler.class);
  private static final long LOOK_MILLIS = 100;
  private static final long STOP_SECONDS = 10;

  private final Engine engine;
  private final TaskHistory history;
  private final Notifications notifications;
  private final double pace;
  private final Set<TaskRun> running = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService looking =
      Executors.newSingleThreadScheduledExecutor(work -> daemon(work, "freshet-task-scheduler"));
  private final ExecutorService runs =
      Executors.newCachedThreadPool(work -> daemon(work, "freshet-task-run"));

  /**
   * @param pace factor on all waiting of tasks
   */
  TaskScheduler(Engine engine, TaskHistory history, Notifications notifications, double pace) {
    this.engine = engine;
    this.history = history;
    this.notifications = notifications;
    this.pace = pace;
  }

  void start() {
    Future<?> unused =
        looking.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Looks once, out of turn; returns before it has. */
  void wake() {
    looking.execute(this::look);
  }

  private void look() {
    running.forEach(run -> run.endIfOverdue(engine.clock().instant()));
    for (Task task : engine.catalog().all(Task.class)) {
      try {
        Instant now = engine.clock().instant();
        if (task.isDue(now, pace)) {
          consider(task, now);
        }
      } catch (RuntimeException e) {
        // The timer would not come back after an exception, and no task would run any more.
        LOG.error("Looking at task {} met a fault of the sandbox", task.name(), e);
      }
    }
  }

  private void consider(Task task, Instant now) {
    TaskRun run = new TaskRun(engine, task, history, notifications, reason(task));
    try {
      if (holds(task)) {
        task.begin(now);
        start(run);
      } else {
        pass(task, run, now);
      }
    } catch (SnowflakeException e) {
      task.begin(now);
      run.failed(e.code(), "the condition of WHEN: " + e.getMessage());
    }
  }

  private static void pass(Task task, TaskRun run, Instant now) {
    boolean waits = task.definition().trigger() instanceof TaskTrigger.OnData;
    if (!waits || task.isRequested()) {
      run.skipped();
    }
    task.pass(now);
  }

  private boolean holds(Task task) {
    TaskDefinition definition = task.definition();
    if (definition.condition().isEmpty()) {
      return true;
    }
    Session session = TaskRun.open(engine, task, definition);
    try {
      return definition.condition().get().holds(session);
    } finally {
      engine.sessions().end(session);
    }
  }

  private void start(TaskRun run) {
    running.add(run);
    runs.execute(
        () -> {
          try {
            run.run();
          } finally {
            running.remove(run);
          }
        });
  }

  private static String reason(Task task) {
    if (task.isRequested()) {
      return "EXECUTE TASK";
    }
    return task.definition().trigger() instanceof TaskTrigger.OnData ? "TRIGGER" : "SCHEDULE";
  }

  private static Thread daemon(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }

  /** Starts no more runs, ends the sessions of those under way, and waits for them. */
  @Override
  public void close() {
    looking.shutdownNow();
    await(looking);
    runs.shutdown();
    running.forEach(TaskRun::cancel);
    await(runs);
  }

  private static void await(ExecutorService executor) {
    try {
      if (!executor.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("A task is still running {} s after the scheduler was told to stop", STOP_SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
