package dev.freshet.procs.register;

import com.snowflake.snowpark_java.Session;
import dev.freshet.procs.sql.AppSchema;
import dev.freshet.procs.warehouse.SnowparkWarehouse;

/**
 * The handler of {@code CHECK_CONTRACT(TEXT VARCHAR, HOME VARCHAR, OWNER VARCHAR)}. It runs with
 * its caller's rights: what is said of a source's rows is said to who may read them.
 */
public final class CheckContract {
  private CheckContract() {}

  /**
   * Says what registering the file would find. Writes nothing that stays.
   *
   * @param text the contract file, ODCS in YAML
   * @param home where Freshet is deployed, as {@code DATABASE.SCHEMA}; the deployment's default
   * @param owner the role that owns the procedures; the deployment's default too
   * @return a JSON object: docs/lifecycle.md has its fields
   */
  public static String run(Session session, String text, String home, String owner) {
    AppSchema app = AppSchema.parse(home);
    return new AuthorsPart(new SnowparkWarehouse(session), app, owner)
        .call(app.judgeProcedure(), text);
  }
}
