package dev.freshet.procs.register;

import com.snowflake.snowpark_java.Session;
import dev.freshet.procs.sql.AppSchema;
import dev.freshet.procs.warehouse.SnowparkWarehouse;

/**
 * The handler of {@code REGISTER_CONTRACT(TEXT VARCHAR, HOME VARCHAR, OWNER VARCHAR)}. It runs with
 * its caller's rights, so what it may read the author may read.
 */
public final class RegisterContract {
  private RegisterContract() {}

  /**
   * Registers a contract, if its author may read its source.
   *
   * @param text the contract file, ODCS in YAML
   * @param home where Freshet is deployed, as {@code DATABASE.SCHEMA}; the deployment's default,
   *     because a procedure with its caller's rights does not know where it lives
   * @param owner the role that owns the procedures; the deployment's default too
   * @return a JSON object that says what was staged, or why nothing was
   */
  public static String run(Session session, String text, String home, String owner) {
    AppSchema app = AppSchema.parse(home);
    return new AuthorsPart(new SnowparkWarehouse(session), app, owner)
        .call(app.stageProcedure(), text);
  }
}
