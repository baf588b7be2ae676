package dev.freshet.procs.export;

import dev.freshet.procs.halt.ContractHalted;
import dev.freshet.procs.home.AuditLog;
import dev.freshet.procs.pause.Pauses;
import dev.freshet.procs.sql.AppSchema;
import dev.freshet.procs.sql.ContractSchema;
import dev.freshet.procs.sql.Sql;
import dev.freshet.procs.task.ContractTask;
import dev.freshet.procs.task.Tasks;
import dev.freshet.procs.warehouse.Warehouse;
import dev.freshet.procs.warehouse.WarehouseException;
import java.util.Optional;

/**
 * What failed in a group. Snowflake suspends a task after so many failures in a row; a group's task
 * must not stop for one member, so the member is paused instead.
 */
final class GroupFailures {
  private final Warehouse warehouse;
  private final AppSchema app;

  GroupFailures(Warehouse warehouse, AppSchema app) {
    this.warehouse = warehouse;
    this.app = app;
  }

  /**
   * Counts a failure.
   *
   * @return what became of the contract: {@code halted}, {@code failed} or {@code paused}
   */
  String record(ContractSchema schema, String run, RuntimeException failure) {
    if (failure instanceof ContractHalted) {
      return "halted"; // HALTS has it, and the group goes on without the contract
    }
    if (!(failure instanceof ExportFailed || failure instanceof WarehouseException)) {
      new FailureLog(warehouse, schema).noted(run, failure); // those are noted by the run
    }
    long failures = inARow(Sql.literal(schema.contract().toString()));
    if (failures < Tasks.FAILURES) {
      return "failed";
    }
    String reason =
        "failed " + failures + " times in a row in its export group; RUN_FAILURES has why";
    new Pauses(warehouse, schema).add("pause " + run, reason);
    new AuditLog(warehouse, app).write("pause", schema.contract(), Optional.empty(), reason);
    new ContractTask(warehouse, schema).stop();
    return "paused";
  }

  private long inARow(String contract) {
    return warehouse
        .rows(
            "SELECT COUNT(*) FROM "
                + app.runFailures()
                + " WHERE CONTRACT = "
                + contract
                + " AND FAILED_AT > (SELECT COALESCE(MAX(TAKEN_AT), '1970-01-01'::TIMESTAMP_NTZ)"
                + " FROM "
                + app.changeSets()
                + " WHERE CONTRACT = "
                + contract
                + ") AND FAILED_AT > (SELECT COALESCE(MAX(RESUMED_AT),"
                + " '1970-01-01'::TIMESTAMP_NTZ) FROM "
                + app.resumes()
                + " WHERE CONTRACT = "
                + contract
                + ")")
        .get(0)
        .whole(0);
  }
}
