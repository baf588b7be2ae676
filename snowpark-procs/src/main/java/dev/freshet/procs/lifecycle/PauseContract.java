package dev.freshet.procs.lifecycle;

import com.snowflake.snowpark_java.Session;
import dev.freshet.contract.ContractId;
import dev.freshet.procs.home.Home;
import dev.freshet.procs.warehouse.SnowparkWarehouse;
import dev.freshet.procs.warehouse.Warehouse;

/** The handler of {@code PAUSE_CONTRACT(CONTRACT VARCHAR, OPTIONS VARCHAR)}. */
public final class PauseContract {
  private PauseContract() {}

  /**
   * Stops a contract until RESUME_CONTRACT.
   *
   * @param options a JSON object with {@code reason}
   * @return a JSON object: docs/tasks.md has its fields
   */
  public static String run(Session session, String contract, String options) {
    Warehouse warehouse = new SnowparkWarehouse(session);
    return new Pausing(warehouse, Home.app(warehouse), ContractId.parse(contract))
        .pause("pause " + Names.next(), options);
  }
}
