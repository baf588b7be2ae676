package dev.freshet.procs.export;

import com.snowflake.snowpark_java.Session;
import dev.freshet.contract.ContractId;
import dev.freshet.procs.home.Home;
import dev.freshet.procs.sql.ContractSchema;
import dev.freshet.procs.warehouse.SnowparkWarehouse;
import dev.freshet.procs.warehouse.Warehouse;
import java.util.UUID;

/** The handler of {@code EXPORT_CHANGES(CONTRACT VARCHAR)}. */
public final class ExportChanges {
  private ExportChanges() {}

  /**
   * Runs the export of a contract once.
   *
   * @param contract the contract's id
   * @return a JSON object that says what happened
   */
  public static String run(Session session, String contract) {
    Warehouse warehouse = new SnowparkWarehouse(session);
    ContractSchema schema = new ContractSchema(Home.app(warehouse), ContractId.parse(contract));
    return new ExportRun(warehouse, schema).export(UUID.randomUUID().toString()).json();
  }
}
