package dev.freshet.procs.warehouse;

import java.util.function.Supplier;

/**
 * A transaction in a procedure. A failed statement does not end one, so whatever goes wrong inside
 * is rolled back here and thrown on (sql-reference/transactions).
 */
public final class Transaction {
  private Transaction() {}

  /** Commits what the work did, or nothing of it. No DDL inside: it would commit. */
  public static <T> T in(Warehouse warehouse, Supplier<T> work) {
    warehouse.run("BEGIN TRANSACTION");
    try {
      T result = work.get();
      warehouse.run("COMMIT");
      return result;
    } catch (RuntimeException e) {
      rollBack(warehouse, e);
      throw e;
    }
  }

  private static void rollBack(Warehouse warehouse, RuntimeException reason) {
    try {
      warehouse.run("ROLLBACK");
    } catch (RuntimeException e) {
      reason.addSuppressed(e); // Snowflake rolls back what a procedure leaves open
    }
  }
}
