package dev.freshet.procs.retain;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.freshet.contract.Contract;
import dev.freshet.procs.home.Home;
import dev.freshet.procs.home.Place;
import dev.freshet.procs.sql.AppSchema;
import dev.freshet.procs.sql.ContractSchema;
import dev.freshet.procs.warehouse.Row;
import dev.freshet.procs.warehouse.Warehouse;

/**
 * Decides what may go, contract by contract, and says why the rest stays. The plan is written down
 * before anything is removed.
 */
final class PurgePlan {
  private static final String COPY =
      "HEAD names another place: this is a clone or a restored copy, and what lies on the stage is"
          + " the original's";

  private final Warehouse warehouse;
  private final AppSchema app;

  PurgePlan(Warehouse warehouse, AppSchema app) {
    this.warehouse = warehouse;
    this.app = app;
  }

  /**
   * Plans.
   *
   * @param run names this purge; never used before
   */
  ObjectNode make(String run, PurgeOptions options) {
    Retention retention = Retention.read(warehouse, app);
    Plan plan = new Plan(options.atMost());
    for (Contract contract : new PurgedContracts(warehouse, app).of(options)) {
      if (plan.room() == 0) {
        plan.stays(contract.id(), "all", "this call removes no more; call again");
      } else {
        look(plan, contract, retention.of(contract, options.days()));
      }
    }
    if (!options.dryRun()) {
      new PurgeLog(warehouse, app).planned(run, options.reason(), plan.removals());
    }
    return plan.json()
        .put("run", run)
        .put("dry_run", options.dryRun())
        .put("stage_url", Home.stageUrl(warehouse, app));
  }

  private void look(Plan plan, Contract contract, Ages ages) {
    ContractSchema schema = new ContractSchema(app, contract.id());
    if (!isOurs(schema)) {
      plan.stays(contract.id(), "all", COPY);
      return;
    }
    OpenReplays replays = new OpenReplays(warehouse, schema);
    new PublishedData(warehouse, schema, replays).look(plan, ages);
    new LeftAttempts(warehouse, schema).look(plan, ages);
    new LeftRehearsals(warehouse, schema, replays).look(plan, ages);
  }

  private boolean isOurs(ContractSchema schema) {
    Row head =
        warehouse
            .rows(
                "SELECT ACCOUNT, DATABASE_NAME, SCHEMA_NAME, STAGE_URL FROM "
                    + schema.head()
                    + " LIMIT 1")
            .get(0);
    return new Place(head.text(0), head.text(1), head.text(2), head.text(3))
        .equals(Home.of(warehouse, schema));
  }
}
