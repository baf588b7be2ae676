package dev.freshet.procs.retain;

import com.snowflake.snowpark_java.Session;
import dev.freshet.procs.home.Home;
import dev.freshet.procs.warehouse.SnowparkWarehouse;
import dev.freshet.procs.warehouse.Warehouse;
import java.util.UUID;

/** The handler of {@code PLAN_PURGE(OPTIONS VARCHAR)}, the part of PURGE that decides. */
public final class PlanPurge {
  private PlanPurge() {}

  /**
   * Plans.
   *
   * @param options see {@link PurgeOptions}
   * @return a JSON object: the folders to {@code remove}, what is {@code kept} and why, the {@code
   *     run} under which the plan was written down, and the {@code stage_url}
   */
  public static String run(Session session, String options) {
    Warehouse warehouse = new SnowparkWarehouse(session);
    return new PurgePlan(warehouse, Home.app(warehouse))
        .make(UUID.randomUUID().toString(), PurgeOptions.parse(options))
        .toString();
  }
}
