package dev.freshet.procs.lifecycle;

import com.snowflake.snowpark_java.Session;
import dev.freshet.contract.ContractId;
import dev.freshet.procs.home.Home;
import dev.freshet.procs.warehouse.SnowparkWarehouse;
import dev.freshet.procs.warehouse.Warehouse;

/** The handler of {@code ROLLBACK_CONTRACT(CONTRACT VARCHAR, REASON VARCHAR)}. */
public final class RollbackContract {
  private RollbackContract() {}

  /**
   * Returns to the version in force before.
   *
   * @param reason why; the same reason again goes no further back
   * @return a JSON object: docs/lifecycle.md has its fields
   */
  public static String run(Session session, String contract, String reason) {
    Warehouse warehouse = new SnowparkWarehouse(session);
    return new Rollback(warehouse, Home.app(warehouse), ContractId.parse(contract))
        .rollBack(reason, "rollback " + Names.next());
  }
}
