package dev.freshet.procs.lifecycle;

import com.snowflake.snowpark_java.Session;
import dev.freshet.contract.ContractId;
import dev.freshet.procs.home.Home;
import dev.freshet.procs.warehouse.SnowparkWarehouse;
import dev.freshet.procs.warehouse.Warehouse;

/** The handler of {@code RETIRE_CONTRACT(CONTRACT VARCHAR, REASON VARCHAR)}. */
public final class RetireContract {
  private RetireContract() {}

  /**
   * Ends a contract for good.
   *
   * @param reason why
   * @return a JSON object: docs/lifecycle.md has its fields
   */
  public static String run(Session session, String contract, String reason) {
    Warehouse warehouse = new SnowparkWarehouse(session);
    return new Retirement(warehouse, Home.app(warehouse), ContractId.parse(contract), Names::next)
        .retire(reason);
  }
}
