package dev.freshet.procs.retain;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.freshet.contract.Contract;
import dev.freshet.procs.home.Home;
import dev.freshet.procs.home.Place;
import dev.freshet.procs.sql.AppSchema;
import dev.freshet.procs.sql.ContractSchema;
import dev.freshet.procs.warehouse.Row;
import dev.freshet.procs.warehouse.Warehouse;
import java.util.List;
import java.util.Optional;

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
    Optional<String> foreign = notOurs(schema);
    if (foreign.isPresent()) {
      plan.stays(contract.id(), "all", foreign.get());
      return;
    }
    OpenReplays replays = new OpenReplays(warehouse, schema);
    new PublishedData(warehouse, schema, replays).look(plan, ages);
    new LeftAttempts(warehouse, schema).look(plan, ages);
    new LeftRehearsals(warehouse, schema, replays).look(plan, ages);
  }

  /** Why this contract's files are not ours to remove. */
  private Optional<String> notOurs(ContractSchema schema) {
    List<Row> head =
        warehouse.rows(
            "SELECT ACCOUNT, DATABASE_NAME, SCHEMA_NAME, STAGE_URL FROM "
                + schema.head()
                + " LIMIT 1");
    if (head.isEmpty()) {
      return Optional.of("its registration is not finished");
    }
    Row row = head.get(0);
    Place place = new Place(row.text(0), row.text(1), row.text(2), row.text(3));
    return place.equals(Home.of(warehouse, schema)) ? Optional.empty() : Optional.of(COPY);
  }
}
