package dev.freshet.procs.export;

import com.snowflake.snowpark_java.Session;
import dev.freshet.contract.ContractId;
import dev.freshet.procs.home.Home;
import dev.freshet.procs.sql.ContractSchema;
import dev.freshet.procs.warehouse.SnowparkWarehouse;
import dev.freshet.procs.warehouse.Warehouse;
import java.util.UUID;

/** The handler of {@code RESUME_CONTRACT(CONTRACT VARCHAR, REASON VARCHAR)}. */
public final class ResumeContract {
  private ResumeContract() {}

  /**
   * Lets a halted contract go on, if nothing stands against it.
   *
   * @param contract the contract's id
   * @param reason why it may go on, for the record
   * @return a JSON object that says what happened
   */
  public static String run(Session session, String contract, String reason) {
    Warehouse warehouse = new SnowparkWarehouse(session);
    ContractSchema schema = new ContractSchema(Home.app(warehouse), ContractId.parse(contract));
    return new Resumption(warehouse, schema).resume("resume " + UUID.randomUUID(), reason);
  }
}
