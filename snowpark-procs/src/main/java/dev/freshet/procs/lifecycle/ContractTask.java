package dev.freshet.procs.lifecycle;

import dev.freshet.procs.halt.HaltLog;
import dev.freshet.procs.sql.ContractSchema;
import dev.freshet.procs.warehouse.Warehouse;
import java.util.List;
import java.util.Optional;

/** The task of a contract: whether it runs, and who may let it. */
final class ContractTask {
  private final Warehouse warehouse;
  private final ContractSchema schema;

  ContractTask(Warehouse warehouse, ContractSchema schema) {
    this.warehouse = warehouse;
    this.schema = schema;
  }

  /** Lets it run, unless the contract is halted: then RESUME_CONTRACT does, after its checks. */
  void resumeUnlessHalted() {
    if (!new HaltLog(warehouse, schema).isHalted()) {
      warehouse.run("ALTER TASK " + schema.task() + " RESUME");
    }
  }

  void suspend() {
    warehouse.run("ALTER TASK " + schema.task() + " SUSPEND");
  }

  boolean isMade() {
    return shown().isPresent();
  }

  /** Its state as SHOW TASKS has it. */
  String state() {
    return shown().orElse("not made yet");
  }

  private Optional<String> shown() {
    return warehouse
        .named("SHOW TASKS LIKE 'EXPORT' IN SCHEMA " + schema.qualified(), List.of("state"))
        .rows()
        .stream()
        .findFirst()
        .map(row -> row.text(0));
  }
}
