package dev.freshet.procs.lifecycle;

import com.snowflake.snowpark_java.Session;
import dev.freshet.contract.ContractId;
import dev.freshet.contract.Version;
import dev.freshet.procs.home.Home;
import dev.freshet.procs.warehouse.SnowparkWarehouse;
import dev.freshet.procs.warehouse.Warehouse;

/** The handler of {@code PROMOTE_CONTRACT(CONTRACT VARCHAR, VERSION VARCHAR, OPTIONS VARCHAR)}. */
public final class PromoteContract {
  private PromoteContract() {}

  /**
   * Goes on with a promotion; to be called again until it answers active or refused.
   *
   * @param options a JSON object: {@code reason}, {@code without_snapshot}
   * @return a JSON object: docs/lifecycle.md has its fields
   */
  public static String run(Session session, String contract, String version, String options) {
    Warehouse warehouse = new SnowparkWarehouse(session);
    return new Promotion(warehouse, Home.app(warehouse), ContractId.parse(contract), Names::next)
        .promote(Version.parse(version), options);
  }
}
