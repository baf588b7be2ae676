package dev.freshet.procs.lifecycle;

import com.snowflake.snowpark_java.Session;
import dev.freshet.contract.ContractId;
import dev.freshet.procs.home.Home;
import dev.freshet.procs.warehouse.SnowparkWarehouse;
import dev.freshet.procs.warehouse.Warehouse;

/** The handler of {@code DESCRIBE_CONTRACT(CONTRACT VARCHAR)}. */
public final class DescribeContract {
  private DescribeContract() {}

  /**
   * Says how a contract stands.
   *
   * @return a JSON object: docs/lifecycle.md has its fields
   */
  public static String run(Session session, String contract) {
    Warehouse warehouse = new SnowparkWarehouse(session);
    return new Description(warehouse, Home.app(warehouse), ContractId.parse(contract)).describe();
  }
}
