package dev.freshet.procs.export;

import dev.freshet.contract.Owner;
import dev.freshet.procs.sql.ContractSchema;
import dev.freshet.procs.sql.Sql;
import dev.freshet.procs.warehouse.Warehouse;

/** Writes a halt down, suspends the contract's task and says whom to call. */
final class HaltLog {
  private final Warehouse warehouse;
  private final ContractSchema schema;

  HaltLog(Warehouse warehouse, ContractSchema schema) {
    this.warehouse = warehouse;
    this.schema = schema;
  }

  /**
   * Records the halt in a transaction of its own; the caller has rolled back everything else.
   *
   * @return the failure for the task's history
   */
  ExportFailed record(Halt halt, String run, Owner owner) {
    warehouse.change(
        "INSERT INTO "
            + schema.app().halts()
            + " (CONTRACT, RUN, REASON, BROKEN_ROWS, SOME_KEYS, OWNER, MESSAGE) SELECT "
            + String.join(
                ", ",
                Sql.literal(schema.contract().toString()),
                Sql.literal(run),
                Sql.literal(halt.reason()),
                Long.toString(halt.rows()),
                Sql.literal(String.join("\n", halt.keys())),
                Sql.literal(owner.toString()),
                Sql.literal(String.valueOf(halt.getMessage()))));
    warehouse.run("ALTER TASK " + schema.task() + " SUSPEND");
    return new ExportFailed(
        "Contract "
            + schema.contract()
            + " is halted ("
            + halt.reason()
            + "): "
            + halt.getMessage()
            + ". Owner: "
            + owner
            + ". The row in "
            + schema.app().halts()
            + " with RUN "
            + run
            + " has more. When it is repaired: ALTER TASK "
            + schema.task()
            + " RESUME",
        halt);
  }
}
