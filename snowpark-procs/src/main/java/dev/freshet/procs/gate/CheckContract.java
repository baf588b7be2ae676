package dev.freshet.procs.gate;

import com.snowflake.snowpark_java.Session;
import dev.freshet.procs.home.Home;
import dev.freshet.procs.warehouse.SnowparkWarehouse;
import dev.freshet.procs.warehouse.Warehouse;

/** The handler of {@code CHECK_CONTRACT(TEXT VARCHAR)}. */
public final class CheckContract {
  private CheckContract() {}

  /**
   * Says what registering the file would find. Writes nothing.
   *
   * @param text the contract file, ODCS in YAML
   * @return a JSON object: docs/lifecycle.md has its fields
   */
  public static String run(Session session, String text) {
    Warehouse warehouse = new SnowparkWarehouse(session);
    return new Gate(warehouse, Home.app(warehouse)).judge(text).json().toString();
  }
}
