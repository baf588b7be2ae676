package dev.freshet.procs.export;

import com.snowflake.snowpark_java.Session;
import dev.freshet.contract.ContractId;
import dev.freshet.procs.home.Home;
import dev.freshet.procs.request.RebaselineOptions;
import dev.freshet.procs.sql.ContractSchema;
import dev.freshet.procs.warehouse.SnowparkWarehouse;
import dev.freshet.procs.warehouse.Warehouse;
import java.util.UUID;

/** The handler of {@code REBASELINE(CONTRACT VARCHAR, OPTIONS VARCHAR)}. */
public final class Rebaseline {
  private Rebaseline() {}

  /**
   * Asks the contract's task to publish the difference between the source and what was last
   * published, on a new stream if the one there is has lost changes.
   *
   * @param contract the contract's id
   * @param options {@code {"reason": …}}; RebaselineOptions has the rest
   * @return a JSON object with the request's id
   */
  public static String run(Session session, String contract, String options) {
    RebaselineOptions chosen = RebaselineOptions.parse(options);
    Warehouse warehouse = new SnowparkWarehouse(session);
    ContractSchema schema = new ContractSchema(Home.app(warehouse), ContractId.parse(contract));
    return new RebaselineRequest(warehouse, schema).ask(chosen, "rebaseline-" + UUID.randomUUID());
  }
}
