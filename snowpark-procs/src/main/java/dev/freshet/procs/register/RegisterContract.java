package dev.freshet.procs.register;

import com.snowflake.snowpark_java.Session;
import dev.freshet.procs.sql.AppSchema;
import dev.freshet.procs.warehouse.SnowparkWarehouse;

/**
 * The handler of {@code REGISTER_CONTRACT(TEXT VARCHAR, HOME VARCHAR)}. It runs with its caller's
 * rights, so what it may read the author may read.
 */
public final class RegisterContract {
  private RegisterContract() {}

  /**
   * Registers a contract, if its author may read its source.
   *
   * @param text the contract file, ODCS in YAML
   * @param home where Freshet is deployed, as {@code DATABASE.SCHEMA}; the deployment's default,
   *     because a procedure with its caller's rights does not know where it lives
   * @return a JSON object that says what was staged, or why nothing was
   */
  public static String run(Session session, String text, String home) {
    return new AuthorsRegistration(new SnowparkWarehouse(session), AppSchema.parse(home))
        .register(text);
  }
}
