package dev.freshet.procs.register;

import com.snowflake.snowpark_java.Session;
import dev.freshet.procs.home.Home;
import dev.freshet.procs.warehouse.SnowparkWarehouse;
import dev.freshet.procs.warehouse.Warehouse;
import java.util.UUID;

/** The handler of {@code REGISTER_CONTRACT(TEXT VARCHAR)}. */
public final class RegisterContract {
  private RegisterContract() {}

  /**
   * Registers a contract.
   *
   * @param text the contract file, ODCS in YAML
   * @return a JSON object that says what was registered
   */
  public static String run(Session session, String text) {
    Warehouse warehouse = new SnowparkWarehouse(session);
    return new Registration(warehouse, Home.app(warehouse))
        .register(text, "registration " + UUID.randomUUID());
  }
}
