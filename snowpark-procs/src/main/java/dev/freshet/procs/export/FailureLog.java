package dev.freshet.procs.export;

import dev.freshet.procs.sql.ContractSchema;
import dev.freshet.procs.sql.Sql;
import dev.freshet.procs.warehouse.Warehouse;
import dev.freshet.procs.warehouse.WarehouseException;
import java.util.Optional;

/**
 * Notes runs that fail without a halt, after their transaction was rolled back. A task's history
 * keeps its failures for seven days only (sql-reference/functions/task_history). Snowflake's own
 * messages may hold values of rows, so of those only the code is kept.
 */
final class FailureLog {
  private final Warehouse warehouse;
  private final ContractSchema schema;

  FailureLog(Warehouse warehouse, ContractSchema schema) {
    this.warehouse = warehouse;
    this.schema = schema;
  }

  /** Notes the failure, if the session still can; returns it, to be thrown. */
  RuntimeException noted(String run, RuntimeException failure) {
    try {
      warehouse.change(
          "INSERT INTO "
              + schema.app().runFailures()
              + " (CONTRACT, RUN, ERROR_CODE, MESSAGE) SELECT "
              + String.join(
                  ", ",
                  Sql.literal(schema.contract().toString()),
                  Sql.literal(run),
                  code(failure).map(String::valueOf).orElse("NULL"),
                  Sql.literal(message(failure))));
    } catch (WarehouseException e) {
      failure.addSuppressed(e); // the session is gone: the failure itself says why
    }
    return failure;
  }

  private static Optional<Integer> code(RuntimeException failure) {
    return failure instanceof WarehouseException refused
        ? Optional.of(refused.code())
        : Optional.empty();
  }

  private static String message(RuntimeException failure) {
    return code(failure)
        .map(
            code ->
                "Snowflake refused a statement with error " + code + "; the query history has it")
        .orElse(String.valueOf(failure.getMessage()));
  }
}
