package dev.freshet.procs.register;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.freshet.contract.Contract;
import dev.freshet.procs.gate.Gate;
import dev.freshet.procs.gate.GateReport;
import dev.freshet.procs.home.AuditLog;
import dev.freshet.procs.home.ContractTexts;
import dev.freshet.procs.home.Home;
import dev.freshet.procs.home.Place;
import dev.freshet.procs.home.Settings;
import dev.freshet.procs.source.SourceKind;
import dev.freshet.procs.source.SourceObject;
import dev.freshet.procs.sql.AppSchema;
import dev.freshet.procs.sql.ContractSchema;
import dev.freshet.procs.task.ContractTask;
import dev.freshet.procs.task.Tasks;
import dev.freshet.procs.version.VersionState;
import dev.freshet.procs.version.VersionStates;
import dev.freshet.procs.warehouse.Transaction;
import dev.freshet.procs.warehouse.Warehouse;
import dev.freshet.procs.watch.WatchTask;
import java.util.List;
import java.util.Optional;

/**
 * Stages a version of a contract: makes what it needs, and publishes its text. Nothing of it is in
 * force before its promotion. Each step may be run again, so a registration that stopped half way
 * is finished by registering once more.
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
   * @param reader the author's role that may read the source; stands in the audit
   * @return a JSON object that says what was staged; {@code state} is {@code refused} if the gate
   *     refused it, and then nothing was written
   */
  public String register(String text, Optional<String> reader) {
    GateReport report = new Gate(warehouse, app).judge(text);
    ObjectNode answer = report.json();
    if (!report.passes()) {
      return answer.put("state", "refused").toString();
    }
    Contract contract = report.contract().orElseThrow();
    ContractSchema schema = new ContractSchema(app, contract.id());
    begin(contract, schema, text, reader);
    make(contract, schema);
    VersionState state = write(contract, schema, text, reader);
    new ContractObjects(warehouse, app).publish(contract);
    return answer
        .put("state", state.word())
        .put("topic", contract.topic())
        .put("lanes", contract.lanes())
        .put("schema", schema.qualified())
        .put("task", schema.task())
        .toString();
  }

  /**
   * Makes HEAD. The first version's text is settled before its tables and streams are made: if this
   * stops half way, no other text can find tables of this one's shape.
   */
  private void begin(
      Contract contract, ContractSchema schema, String text, Optional<String> reader) {
    ContractTables.head(schema).forEach(warehouse::run);
    HeadStart start = new HeadStart(contract, schema);
    Place here = Home.of(warehouse, schema);
    warehouse.change(start.insert(here));
    start.requirePlace(warehouse, here);
    if (texts.all(contract.id()).isEmpty()) {
      write(contract, schema, text, reader);
    }
  }

  private void make(Contract contract, ContractSchema schema) {
    ContractTables tables = new ContractTables(contract, schema, kind(contract));
    // After the first registration a stream that is missing was lost, which must not be hidden.
    (new ContractTask(warehouse, schema).isMade()
            ? ContractTables.tables(contract, schema)
            : tables.others())
        .forEach(warehouse::run);
    texts.all(contract.id()).stream()
        .map(tables::added)
        .flatMap(List::stream)
        .distinct()
        .forEach(warehouse::run);
    Settings settings = Settings.read(warehouse, app);
    warehouse.run(Tasks.create(contract, schema, settings));
    new WatchTask(app, settings).statements().forEach(warehouse::run);
  }

  /** The gate has seen that it is there. */
  private SourceKind kind(Contract contract) {
    return SourceObject.read(warehouse, contract.source())
        .map(SourceObject::kind)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "Registering "
                        + contract.id()
                        + ": "
                        + contract.source()
                        + " was there a moment ago and is not any more; register again"));
  }

  /** Text, state and audit in one transaction, under HEAD: two authors never write at once. */
  private VersionState write(
      Contract contract, ContractSchema schema, String text, Optional<String> reader) {
    VersionStates states = new VersionStates(warehouse, app, contract.id());
    return Transaction.in(
        warehouse,
        () -> {
          warehouse.change(HeadStart.hold(schema));
          requireNotEnded(contract, states);
          Optional<String> there = texts.find(contract.id(), contract.version());
          if (there.isPresent()) {
            requireSame(contract, there.get(), text);
            return states.history().of(contract.version()).orElse(VersionState.STAGED);
          }
          texts.add(contract.id(), contract.version(), text);
          states.add(contract.version(), VersionState.STAGED, "registered");
          new AuditLog(warehouse, app)
              .write(
                  "register",
                  contract.id(),
                  Optional.of(contract.version()),
                  reader.map(r -> "staged; the source was read as " + r).orElse("staged"));
          return VersionState.STAGED;
        });
  }

  /** The gate looked before the tables were made; the contract may have ended since. */
  private static void requireNotEnded(Contract contract, VersionStates states) {
    if (states.history().isRetired()) {
      throw new IllegalStateException(
          contract.id()
              + " was retired while "
              + contract.version()
              + " was being registered, and its id is never used again; begin a new major");
    }
  }

  private static void requireSame(Contract contract, String there, String text) {
    if (!there.equals(text)) {
      throw new IllegalStateException(
          contract.id()
              + " "
              + contract.version()
              + " is registered with another text; raise the version");
    }
  }
}
