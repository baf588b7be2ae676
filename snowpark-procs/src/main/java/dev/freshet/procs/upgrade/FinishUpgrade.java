package dev.freshet.procs.upgrade;

import com.snowflake.snowpark_java.Session;
import dev.freshet.procs.home.Home;
import dev.freshet.procs.warehouse.SnowparkWarehouse;
import dev.freshet.procs.warehouse.Warehouse;

/** The handler of {@code FINISH_UPGRADE()}, which {@code freshet deploy} calls. */
public final class FinishUpgrade {
  private FinishUpgrade() {}

  /**
   * Does its part of an upgrade; it may be called again.
   *
   * @return a JSON object: docs/how-to-upgrade.md has its fields
   */
  public static String run(Session session) {
    Warehouse warehouse = new SnowparkWarehouse(session);
    return new Upgrade(warehouse, Home.app(warehouse)).finish();
  }
}
