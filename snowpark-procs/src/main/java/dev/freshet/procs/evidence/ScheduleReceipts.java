package dev.freshet.procs.evidence;

import com.snowflake.snowpark_java.Session;
import dev.freshet.procs.home.Home;
import dev.freshet.procs.home.Settings;
import dev.freshet.procs.sql.AppSchema;
import dev.freshet.procs.warehouse.SnowparkWarehouse;
import dev.freshet.procs.warehouse.Warehouse;

/** The handler of {@code SCHEDULE_RECEIPTS()}, which a deployment calls. */
public final class ScheduleReceipts {
  private ScheduleReceipts() {}

  /** Makes the task that collects receipts, or makes it anew; returns its name. */
  public static String run(Session session) {
    Warehouse warehouse = new SnowparkWarehouse(session);
    AppSchema app = Home.app(warehouse);
    new CollectionTask(app, Settings.read(warehouse, app)).statements().forEach(warehouse::run);
    return app.collectionTask();
  }
}
