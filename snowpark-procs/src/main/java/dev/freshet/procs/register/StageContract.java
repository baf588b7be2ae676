package dev.freshet.procs.register;

import com.snowflake.snowpark_java.Session;
import dev.freshet.procs.home.Home;
import dev.freshet.procs.sql.AppSchema;
import dev.freshet.procs.warehouse.SnowparkWarehouse;
import dev.freshet.procs.warehouse.Warehouse;

/**
 * The handler of {@code STAGE_CONTRACT(TEXT VARCHAR)}, the owner's part of {@code
 * REGISTER_CONTRACT}.
 */
public final class StageContract {
  private StageContract() {}

  /**
   * Stages a contract.
   *
   * @param text the contract file, ODCS in YAML
   * @return a JSON object that says what was staged, or why nothing was
   */
  public static String run(Session session, String text) {
    Warehouse warehouse = new SnowparkWarehouse(session);
    AppSchema app = Home.app(warehouse);
    return OwnersPart.of(
        warehouse, app, text, reader -> new Registration(warehouse, app).register(text, reader));
  }
}
