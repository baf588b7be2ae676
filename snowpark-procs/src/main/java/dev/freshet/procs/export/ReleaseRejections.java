package dev.freshet.procs.export;

import com.snowflake.snowpark_java.Session;
import dev.freshet.contract.ContractId;
import dev.freshet.procs.home.Home;
import dev.freshet.procs.sql.ContractSchema;
import dev.freshet.procs.warehouse.SnowparkWarehouse;
import dev.freshet.procs.warehouse.Warehouse;
import java.util.UUID;

/** The handler of {@code RELEASE_REJECTIONS(CONTRACT VARCHAR, OPTIONS VARCHAR)}. */
public final class ReleaseRejections {
  private ReleaseRejections() {}

  /**
   * Exports what has changed, then publishes what open rejections are about, as far as it is good
   * now. The export comes first so that as little as can be is pending.
   *
   * @param contract the contract's id
   * @param options {@code {"reason": …, "rule": …}}; the rule may be left out
   * @return a JSON object that says what became of the rejections
   */
  public static String run(Session session, String contract, String options) {
    ReleaseRequest request = ReleaseRequest.parse(options);
    Warehouse warehouse = new SnowparkWarehouse(session);
    ContractSchema schema = new ContractSchema(Home.app(warehouse), ContractId.parse(contract));
    ExportRun run = new ExportRun(warehouse, schema);
    Outcome changes = run.export(UUID.randomUUID().toString());
    return changes.isLeft()
        ? changes.json()
        : run.release(UUID.randomUUID().toString(), request).json();
  }
}
