package dev.freshet.procs.register;

import dev.freshet.contract.Contract;
import dev.freshet.contract.ContractException;
import dev.freshet.contract.Json;
import dev.freshet.contract.Problem;
import dev.freshet.contract.Version;
import dev.freshet.contract.odcs.ContractReader;
import dev.freshet.contract.stage.StageLayout;
import dev.freshet.procs.drift.DriftCheck;
import dev.freshet.procs.halt.HaltLog;
import dev.freshet.procs.home.ContractTexts;
import dev.freshet.procs.home.Home;
import dev.freshet.procs.sql.AppSchema;
import dev.freshet.procs.sql.ContractSchema;
import dev.freshet.procs.sql.Sql;
import dev.freshet.procs.stage.StageObjects;
import dev.freshet.procs.warehouse.Warehouse;
import java.util.List;
import java.util.Optional;

/**
 * Makes a contract exist: its schema, its text, its task. Each step may be run again, so a
 * registration that stopped half way is finished by registering once more.
 */
public final class Registration {
  private final Warehouse warehouse;
  private final AppSchema app;
  private final ContractTexts texts;

  public Registration(Warehouse warehouse, AppSchema app) {
    this.warehouse = warehouse;
    this.app = app;
    this.texts = new ContractTexts(warehouse, app);
  }

  /**
   * Registers a contract or a new version of one. Only changes that the source makes from now on
   * become facts; the rows it has already are counted in the answer.
   *
   * @param text the contract file
   * @param registration names this registration; never used before
   * @return a JSON object that says what was registered
   * @throws ContractException if the text is not sound, does not fit its source, or may not follow
   *     the version in force
   */
  public String register(String text, String registration) {
    Contract contract = ContractReader.read("to register", text);
    SourceCheck.require(contract, SourceColumns.of(warehouse, contract.source()));
    requireUnchanged(contract, text);
    ContractSchema schema = new ContractSchema(app, contract.id());
    DriftCheck drift = new DriftCheck(warehouse, schema);
    drift.requirePolicies(contract);
    makeTables(contract, schema);
    follow(contract, schema);
    publish(contract, text);
    HeadStart head = new HeadStart(contract, schema);
    warehouse.change(head.insert(Home.of(warehouse, schema)));
    warehouse.change(head.changeVersion(registration));
    drift.note(contract);
    startTask(contract, schema);
    audit(contract, registration);
    return answer(contract, schema);
  }

  private void requireUnchanged(Contract contract, String text) {
    Optional<String> registered = texts.find(contract.id(), contract.version());
    if (registered.isPresent() && !registered.get().equals(text)) {
      throw new ContractException(
          contract.id().toString(),
          List.of(
              new Problem(
                  "version",
                  contract.version()
                      + " is registered with another text; raise the version to change it")));
    }
  }

  private void makeTables(Contract contract, ContractSchema schema) {
    new ContractTables(contract, schema).statements().forEach(warehouse::run);
  }

  /** A version that follows another may bring fields that the outbox does not have yet. */
  private void follow(Contract contract, ContractSchema schema) {
    warehouse.rows(new HeadStart(contract, schema).version()).stream()
        .findFirst()
        .map(row -> texts.read(contract.id(), Version.parse(row.text(0))))
        .ifPresent(
            old -> {
              Succession.require(old, contract);
              new ContractTables(contract, schema).added(old).forEach(warehouse::run);
            });
  }

  private void publish(Contract contract, String text) {
    if (texts.find(contract.id(), contract.version()).isEmpty()) {
      texts.add(contract.id(), contract.version(), text);
    }
    new StageObjects(warehouse, app)
        .write(
            StageLayout.contractFile(contract.id(), contract.version()),
            texts.select("TEXT", contract.id(), contract.version()));
  }

  private void startTask(Contract contract, ContractSchema schema) {
    Settings settings = Settings.read(warehouse, app);
    ExportTask task =
        new ExportTask(
            contract,
            schema,
            settings.taskWarehouse(),
            settings.taskSchedule(),
            settings.errorIntegration());
    warehouse.run(task.create());
    if (!new HaltLog(warehouse, schema).isHalted()) {
      warehouse.run(task.resume());
    }
  }

  private void audit(Contract contract, String registration) {
    warehouse.change(
        "INSERT INTO "
            + app.auditLog()
            + " (ACTION, CONTRACT, CONTRACT_VERSION, DETAIL) SELECT 'register', "
            + String.join(
                ", ",
                Sql.literal(contract.id().toString()),
                Sql.literal(contract.version().toString()),
                Sql.literal(registration)));
  }

  private String answer(Contract contract, ContractSchema schema) {
    String count = "SELECT COUNT(*) FROM " + Sql.source(contract.source());
    return Json.STRICT
        .createObjectNode()
        .put("contract", contract.id().toString())
        .put("version", contract.version().toString())
        .put("topic", contract.topic())
        .put("lanes", contract.lanes())
        .put("schema", schema.qualified())
        .put("task", schema.task())
        .put("rows_in_source", warehouse.rows(count).get(0).whole(0))
        .toString();
  }
}
