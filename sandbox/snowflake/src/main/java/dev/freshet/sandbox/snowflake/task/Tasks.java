package dev.freshet.sandbox.snowflake.task;

import dev.freshet.sandbox.snowflake.catalog.ObjectKind;
import dev.freshet.sandbox.snowflake.engine.Engine;
import dev.freshet.sandbox.snowflake.engine.Extensions;
import dev.freshet.sandbox.snowflake.object.DropStatement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Adds tasks to an engine: {@code EmbeddedSnowflake.builder().with(tasks)}. Thread-safe. Close it
 * before the engine; no task starts afterwards.
 */
public final class Tasks implements Consumer<Engine>, AutoCloseable {

  private final double pace;
  private final List<TaskScheduler> schedulers = new CopyOnWriteArrayList<>();

  private final List<Notifications> sent = new CopyOnWriteArrayList<>();

  private Tasks(double pace) {
    this.pace = pace;
  }

  /**
   * @param pace factor on the intervals of all tasks: with 0.1 a task of '10 SECONDS' runs every
   *     second; 1 is as in Snowflake
   */
  public static Tasks atPace(double pace) {
    if (!(pace > 0)) {
      throw new IllegalArgumentException("the pace of tasks must be above 0, not " + pace);
    }
    return new Tasks(pace);
  }

  @Override
  public void accept(Engine engine) {
    TaskHistory history = new TaskHistory();
    NotificationIntegrations integrations = new NotificationIntegrations();
    Notifications notifications = new Notifications(integrations);
    TaskScheduler scheduler = new TaskScheduler(engine, history, notifications, pace);
    Extensions extensions = engine.extensions();
    extensions.statement(new CreateTask(integrations));
    extensions.statement(new AlterTask(integrations));
    extensions.statement(new ExecuteTask(scheduler));
    extensions.statement(new ShowTasks());
    extensions.statement(new DropStatement(ObjectKind.TASK, "TASK"));
    extensions.statement(new CreateNotificationIntegration(integrations));
    extensions.tableFunction("TASK_HISTORY", new TaskHistoryFunction(history));
    extensions.tableFunction("NOTIFICATION_HISTORY", notifications);
    schedulers.add(scheduler);
    sent.add(notifications);
    scheduler.start();
  }

  /** What integrations were told of failed runs, the newest first. */
  public List<Notification> notifications() {
    return sent.stream().flatMap(n -> n.all().stream()).toList();
  }

  @Override
  public void close() {
    schedulers.forEach(TaskScheduler::close);
  }
}
