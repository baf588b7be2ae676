package dev.freshet.procs.register;

import com.snowflake.snowpark_java.Session;
import dev.freshet.procs.gate.Gate;
import dev.freshet.procs.home.Home;
import dev.freshet.procs.sql.AppSchema;
import dev.freshet.procs.warehouse.SnowparkWarehouse;
import dev.freshet.procs.warehouse.Warehouse;

/** The handler of {@code JUDGE_CONTRACT(TEXT VARCHAR)}, the owner's part of CHECK_CONTRACT. */
public final class JudgeContract {
  private JudgeContract() {}

  /**
   * Says what registering the file would find. Writes nothing.
   *
   * @param text the contract file, ODCS in YAML
   * @return a JSON object: docs/lifecycle.md has its fields
   */
  public static String run(Session session, String text) {
    Warehouse warehouse = new SnowparkWarehouse(session);
    AppSchema app = Home.app(warehouse);
    return OwnersPart.of(
        warehouse, app, text, reader -> new Gate(warehouse, app).judge(text).json().toString());
  }
}
