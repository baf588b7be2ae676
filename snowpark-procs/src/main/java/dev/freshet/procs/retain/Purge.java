package dev.freshet.procs.retain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.snowflake.snowpark_java.Session;
import dev.freshet.contract.Json;
import dev.freshet.contract.stage.StageLayout;
import dev.freshet.procs.sql.AppSchema;
import dev.freshet.procs.sql.Sql;
import dev.freshet.procs.warehouse.Row;
import dev.freshet.procs.warehouse.SnowparkWarehouse;
import dev.freshet.procs.warehouse.Warehouse;
import java.util.List;

/**
 * The handler of {@code PURGE(OPTIONS VARCHAR, HOME VARCHAR)}. It runs with its caller's rights,
 * since a procedure with its owner's may not REMOVE
 * (developer-guide/stored-procedure/stored-procedures-rights). What is removed the owner's
 * PLAN_PURGE decides and writes down first; this only removes those folders, through a stage that
 * begins at {@code data/}, and has FINISH_PURGE do the rest.
 */
public final class Purge {
  private Purge() {}

  /**
   * Purges.
   *
   * @param options see {@link PurgeOptions}
   * @param home where Freshet is deployed, as {@code DATABASE.SCHEMA}; the deployment's default,
   *     because a procedure with its caller's rights does not know where it lives
   * @return a JSON object that says what was removed, and what was not and why
   */
  public static String run(Session session, String options, String home) {
    PurgeOptions read = PurgeOptions.parse(options);
    Warehouse warehouse = new SnowparkWarehouse(session);
    AppSchema app = AppSchema.parse(home);
    ObjectNode plan = call(warehouse, app.planPurgeProcedure(), options);
    if (read.dryRun()) {
      return plan.toString();
    }
    requireSameStage(warehouse, app, plan.get("stage_url").asText());
    ObjectNode removed = Json.STRICT.createObjectNode();
    for (JsonNode planned : plan.withArray("remove")) {
      String folder = planned.get("folder").asText();
      removed.put(folder, remove(warehouse, app, folder));
    }
    ObjectNode outcome = Json.STRICT.createObjectNode().put("run", plan.get("run").asText());
    outcome.set("removed", removed);
    plan.setAll(call(warehouse, app.finishPurgeProcedure(), options, outcome.toString()));
    return plan.toString();
  }

  /** The two stages are made apart; a folder of one must be the same folder of the other. */
  private static void requireSameStage(Warehouse warehouse, AppSchema app, String url) {
    List<Row> data =
        warehouse
            .named("SHOW STAGES LIKE 'DATA' IN SCHEMA " + app.qualified(), List.of("url"))
            .rows();
    String expected = url + StageLayout.DATA;
    if (data.size() != 1 || !data.get(0).text(0).equals(expected)) {
      throw new IllegalStateException(
          "Purging: the stage "
              + app.qualified()
              + ".DATA must begin at "
              + expected
              + (data.isEmpty()
                  ? ", and the caller's role sees none"
                  : ", and begins at " + data.get(0).text(0))
              + ". Nothing was removed; see sql/account/20_storage.sql");
    }
  }

  private static int remove(Warehouse warehouse, AppSchema app, String folder) {
    return warehouse.rows("REMOVE " + app.onDataStage(folder)).size();
  }

  private static ObjectNode call(Warehouse warehouse, String procedure, String... arguments) {
    String sql = "CALL " + procedure + "(" + Sql.literals(List.of(arguments)) + ")";
    String answer = warehouse.rows(sql).get(0).text(0);
    try {
      return (ObjectNode) Json.STRICT.readTree(answer);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(procedure + " answered with no JSON", e);
    }
  }
}
