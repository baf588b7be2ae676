package dev.freshet.procs.upgrade;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.freshet.contract.Contract;
import dev.freshet.contract.ContractId;
import dev.freshet.contract.Json;
import dev.freshet.contract.Version;
import dev.freshet.procs.home.ContractTexts;
import dev.freshet.procs.home.Protocol;
import dev.freshet.procs.sql.AppSchema;
import dev.freshet.procs.sql.ContractSchema;
import dev.freshet.procs.sql.Sql;
import dev.freshet.procs.task.ContractTask;
import dev.freshet.procs.warehouse.Row;
import dev.freshet.procs.warehouse.Warehouse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Takes contracts from older procedures to these. Beginning makes what their schemas lack; where
 * the protocol is another, it writes down whether each task runs, suspends it, and takes HEAD,
 * which waits for an open transaction and overtakes a run that goes on: that run changes nothing
 * any more, and older procedures refuse from then on. Finishing gives every task that ran its new
 * shape and lets it run again. Either may die anywhere and is finished by deploying once more.
 */
final class Upgrade {
  private final Warehouse warehouse;
  private final AppSchema app;

  Upgrade(Warehouse warehouse, AppSchema app) {
    this.warehouse = warehouse;
    this.app = app;
  }

  /**
   * Before the procedures are replaced.
   *
   * @throws IllegalStateException if newer procedures were at work, before anything is changed
   */
  String begin() {
    List<ContractSchema> schemas = schemas();
    schemas.forEach(schema -> Protocol.requireNotNewer(schema.contract(), protocol(schema)));
    List<ContractSchema> older = new ArrayList<>();
    for (ContractSchema schema : schemas) {
      Contract any = newest(schema);
      ContractMigrations.of(any, schema).forEach(warehouse::run);
      if (protocol(schema) < Protocol.VERSION) {
        older.add(schema);
      }
    }
    // All before any is suspended: the members of a group have one task.
    older.stream().filter(s -> open(s).isEmpty()).forEach(this::noteBegun);
    ArrayNode begun = Json.STRICT.createArrayNode();
    for (ContractSchema schema : older) {
      begin(schema);
      begun.add(schema.contract().toString());
    }
    return answer("begun", begun);
  }

  private void begin(ContractSchema schema) {
    new ContractTask(warehouse, schema).suspend();
    warehouse.change(
        "UPDATE "
            + schema.head()
            + " SET PROTOCOL_VERSION = "
            + Protocol.VERSION
            + ", ATTEMPT = ATTEMPT + 1, RUN = "
            + Sql.literal("upgrade " + UUID.randomUUID()));
  }

  private void noteBegun(ContractSchema schema) {
    note(schema, "begun", new ContractTask(warehouse, schema).state());
  }

  /** After the procedures were replaced. */
  String finish() {
    ArrayNode finished = Json.STRICT.createArrayNode();
    for (ContractSchema schema : schemas()) {
      ContractTask task = new ContractTask(warehouse, schema);
      Optional<String> open = open(schema);
      if (open.orElseGet(task::state).equals("started")) {
        inForce(schema).ifPresent(task::start);
      }
      if (open.isPresent()) {
        note(schema, "finished", task.state());
        finished.add(schema.contract().toString());
      }
    }
    return answer("finished", finished);
  }

  private List<ContractSchema> schemas() {
    return warehouse
        .rows("SELECT DISTINCT CONTRACT FROM " + app.contracts() + " ORDER BY CONTRACT")
        .stream()
        .map(row -> new ContractSchema(app, ContractId.parse(row.text(0))))
        .toList();
  }

  private int protocol(ContractSchema schema) {
    return Math.toIntExact(
        warehouse.rows("SELECT MAX(PROTOCOL_VERSION) FROM " + schema.head()).get(0).whole(0));
  }

  private Contract newest(ContractSchema schema) {
    List<Contract> all = new ContractTexts(warehouse, app).all(schema.contract());
    return all.get(all.size() - 1);
  }

  private Optional<Contract> inForce(ContractSchema schema) {
    return warehouse.rows("SELECT CONTRACT_VERSION FROM " + schema.head()).stream()
        .flatMap(row -> row.optional(0).stream())
        .map(v -> new ContractTexts(warehouse, app).read(schema.contract(), Version.parse(v)))
        .findFirst();
  }

  /** The state of the task when an upgrade began that is not finished. */
  private Optional<String> open(ContractSchema schema) {
    List<Row> last =
        warehouse.rows(
            "SELECT STEP, TASK_STATE FROM "
                + app.upgrades()
                + " WHERE CONTRACT = "
                + Sql.literal(schema.contract().toString())
                + " ORDER BY ACTED_AT DESC LIMIT 1");
    return last.stream().filter(r -> r.text(0).equals("begun")).map(r -> r.text(1)).findFirst();
  }

  private void note(ContractSchema schema, String step, String state) {
    warehouse.change(
        "INSERT INTO "
            + app.upgrades()
            + " (CONTRACT, STEP, TASK_STATE, PROTOCOL_VERSION) SELECT "
            + String.join(
                ", ",
                Sql.literal(schema.contract().toString()),
                Sql.literal(step),
                Sql.literal(state),
                Integer.toString(Protocol.VERSION)));
  }

  private static String answer(String state, ArrayNode contracts) {
    ObjectNode json = Json.STRICT.createObjectNode().put("state", state);
    json.put("protocol", Protocol.VERSION).set("contracts", contracts);
    return json.toString();
  }
}
