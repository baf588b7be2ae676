package dev.freshet.procs.lifecycle;

import com.snowflake.snowpark_java.Session;
import dev.freshet.procs.home.Home;
import dev.freshet.procs.task.TaskReport;
import dev.freshet.procs.warehouse.SnowparkWarehouse;
import dev.freshet.procs.warehouse.Warehouse;

/** The handler of {@code DESCRIBE_TASKS()}. */
public final class DescribeTasks {
  private DescribeTasks() {}

  /**
   * Says how all tasks stand, and which do not run though they should.
   *
   * @return a JSON object: docs/tasks.md has its fields
   */
  public static String run(Session session) {
    Warehouse warehouse = new SnowparkWarehouse(session);
    return new TaskReport(warehouse, Home.app(warehouse)).json();
  }
}
