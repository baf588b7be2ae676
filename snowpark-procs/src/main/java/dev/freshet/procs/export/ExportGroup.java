package dev.freshet.procs.export;

import com.snowflake.snowpark_java.Session;
import dev.freshet.procs.home.Home;
import dev.freshet.procs.warehouse.SnowparkWarehouse;
import dev.freshet.procs.warehouse.Warehouse;
import java.util.UUID;

/** The handler of {@code EXPORT_GROUP(EXPORT_GROUP VARCHAR)}. */
public final class ExportGroup {
  private ExportGroup() {}

  /**
   * Exports those contracts of a group that have something to export.
   *
   * @param group the contracts' {@code freshet.exportGroup}
   * @return a JSON object that says what became of each
   * @throws GroupFailed if one of them failed, once all had their turn
   */
  public static String run(Session session, String group) {
    Warehouse warehouse = new SnowparkWarehouse(session);
    return new GroupRun(warehouse, Home.app(warehouse), () -> UUID.randomUUID().toString())
        .export(group);
  }
}
