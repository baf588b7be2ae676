package dev.freshet.procs.export;

import com.snowflake.snowpark_java.Session;
import dev.freshet.contract.ContractId;
import dev.freshet.procs.home.Home;
import dev.freshet.procs.request.SnapshotOptions;
import dev.freshet.procs.sql.ContractSchema;
import dev.freshet.procs.warehouse.SnowparkWarehouse;
import dev.freshet.procs.warehouse.Warehouse;
import java.util.UUID;

/** The handler of {@code EXPORT_SNAPSHOT(CONTRACT VARCHAR, OPTIONS VARCHAR)}. */
public final class ExportSnapshot {
  private ExportSnapshot() {}

  /**
   * Asks the contract's task to publish facts as they stand.
   *
   * @param contract the contract's id
   * @param options {@code {"reason": …, "where": …}}; the condition may be left out
   * @return a JSON object with the request's id
   */
  public static String run(Session session, String contract, String options) {
    SnapshotOptions chosen = SnapshotOptions.parse(options);
    Warehouse warehouse = new SnowparkWarehouse(session);
    ContractSchema schema = new ContractSchema(Home.app(warehouse), ContractId.parse(contract));
    return new SnapshotRequest(warehouse, schema).ask(chosen, "snapshot-" + UUID.randomUUID());
  }
}
