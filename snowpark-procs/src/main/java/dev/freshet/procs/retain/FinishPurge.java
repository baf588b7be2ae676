package dev.freshet.procs.retain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.snowflake.snowpark_java.Session;
import dev.freshet.contract.Contract;
import dev.freshet.contract.Json;
import dev.freshet.procs.home.Home;
import dev.freshet.procs.sql.AppSchema;
import dev.freshet.procs.sql.ContractSchema;
import dev.freshet.procs.warehouse.SnowparkWarehouse;
import dev.freshet.procs.warehouse.Warehouse;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The handler of {@code FINISH_PURGE(OPTIONS VARCHAR, OUTCOME VARCHAR)}: writes down what PURGE
 * removed from the stage, and removes rows that are old enough.
 */
public final class FinishPurge {
  private FinishPurge() {}

  /**
   * Finishes a purge.
   *
   * @param options as PURGE got them
   * @param outcome the {@code run}, and how many objects were {@code removed} from each folder
   * @return a JSON object that says how many rows went
   */
  public static String run(Session session, String options, String outcome) {
    PurgeOptions asked = PurgeOptions.parse(options);
    Warehouse warehouse = new SnowparkWarehouse(session);
    AppSchema app = Home.app(warehouse);
    PurgeLog log = new PurgeLog(warehouse, app);
    JsonNode told = json(outcome);
    Map<String, Integer> objects = new LinkedHashMap<>();
    told.path("removed").properties().forEach(e -> objects.put(e.getKey(), e.getValue().asInt()));
    log.removed(told.path("run").asText(), objects);
    OldRows.Gone all = OldRows.Gone.NOTHING;
    Retention retention = Retention.read(warehouse, app);
    for (Contract contract : new PurgedContracts(warehouse, app).of(asked)) {
      ContractSchema schema = new ContractSchema(app, contract.id());
      OldRows.Gone gone =
          new OldRows(warehouse, schema, contract, retention.of(contract, asked.days())).remove();
      if (!gone.equals(OldRows.Gone.NOTHING)) {
        log.audit(contract.id().toString(), asked.reason() + "; removed " + gone);
      }
      all = all.and(gone);
    }
    return answer(objects, all).toString();
  }

  private static ObjectNode answer(Map<String, Integer> objects, OldRows.Gone rows) {
    ObjectNode json =
        Json.STRICT
            .createObjectNode()
            .put("objects", objects.values().stream().mapToInt(Integer::intValue).sum());
    json.putObject("rows")
        .put("rejections", rows.rejections())
        .put("releases", rows.releases())
        .put("keys_of_halts", rows.keysOfHalts())
        .put("keys_of_requests", rows.keysOfRequests())
        .put("keys", rows.keys());
    return json;
  }

  private static JsonNode json(String outcome) {
    try {
      return Json.STRICT.readTree(outcome);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("OUTCOME of FINISH_PURGE is no JSON", e);
    }
  }
}
