package dev.freshet.procs.task;

import dev.freshet.contract.Contract;
import dev.freshet.procs.home.Settings;
import dev.freshet.procs.sql.ContractSchema;
import dev.freshet.procs.sql.Sql;
import dev.freshet.procs.warehouse.Warehouse;
import java.util.Optional;

/**
 * What runs a contract's exports: the task of its own that every contract has, or the task of its
 * group; then its own stays suspended. All that starts or stops a contract comes through here.
 */
public final class ContractTask {
  private final Warehouse warehouse;
  private final ContractSchema schema;
  private final ExportGroups groups;

  public ContractTask(Warehouse warehouse, ContractSchema schema) {
    this.warehouse = warehouse;
    this.schema = schema;
    this.groups = new ExportGroups(warehouse, schema.app());
  }

  /**
   * Gives the task the shape that the version in force wants and lets it run, unless the contract
   * is halted or paused: then RESUME_CONTRACT calls this, after its checks.
   */
  public void start(Contract inForce) {
    Optional<String> before = groups.of(schema.contract());
    groups.note(inForce);
    before.filter(g -> !inForce.exportGroup().equals(before)).ifPresent(g -> group(g).shape());
    if (isStopped()) {
      return;
    }
    suspendOwn();
    if (inForce.exportGroup().isPresent()) {
      group(inForce.exportGroup().get()).shape();
    } else {
      Settings settings = Settings.read(warehouse, schema.app());
      warehouse.run(Tasks.own(inForce, schema, settings).createOrAlter());
      warehouse.run("ALTER TASK " + schema.task() + " RESUME");
    }
  }

  /** Takes the contract out, after a halt or a pause was written down; a run under way goes on. */
  public void stop() {
    suspendOwn();
    groups.of(schema.contract()).ifPresent(g -> group(g).shape());
  }

  /** Suspends the task that exports the contract, and so that of its group; nobody leaves. */
  public void suspend() {
    warehouse.run("ALTER TASK IF EXISTS " + schema.task() + " SUSPEND");
    groups.of(schema.contract()).ifPresent(g -> group(g).suspend());
  }

  /** Takes the contract out for good. */
  public void end() {
    Optional<String> before = groups.of(schema.contract());
    groups.leave(schema.contract());
    suspendOwn();
    before.ifPresent(g -> group(g).shape());
  }

  /** Whether the contract's own task is there: the last thing that a first registration makes. */
  public boolean isMade() {
    return TaskStatus.read(warehouse, schema).isPresent();
  }

  /** The state of the task that exports the contract, as SHOW TASKS has it. */
  public String state() {
    return status().map(TaskStatus::state).orElse("not made yet");
  }

  /** How the task that exports the contract stands. */
  public Optional<TaskStatus> status() {
    Optional<String> group = groups.of(schema.contract());
    return group.isPresent()
        ? TaskStatus.read(warehouse, schema.app(), group.get())
        : TaskStatus.read(warehouse, schema);
  }

  private boolean isStopped() {
    return !warehouse
        .rows(
            "SELECT CONTRACT FROM "
                + schema.app().stoppedContracts()
                + " WHERE CONTRACT = "
                + Sql.literal(schema.contract().toString())
                + " LIMIT 1")
        .isEmpty();
  }

  private void suspendOwn() {
    warehouse.run("ALTER TASK " + schema.task() + " SUSPEND");
  }

  private GroupTask group(String name) {
    return new GroupTask(warehouse, schema.app(), name);
  }
}
