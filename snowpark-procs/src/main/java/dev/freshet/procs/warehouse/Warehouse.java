package dev.freshet.procs.warehouse;

import java.util.List;

/**
 * One session with Snowflake. Statements run one after the other, on the caller's thread;
 * autocommit is on unless {@code BEGIN TRANSACTION} was sent.
 *
 * <p>Every method throws {@link WarehouseException} if Snowflake refuses the statement.
 */
public interface Warehouse {

  /** Runs a statement whose result does not matter. */
  void run(String sql);

  /** Runs INSERT, UPDATE or DELETE; returns how many rows it changed, over all tables. */
  long change(String sql);

  /** Runs a query; the values are in the order of its select list. */
  List<Row> rows(String sql);

  /**
   * Runs a statement such as LIST, SHOW or COPY, whose columns' order is not documented, and
   * returns the named columns in the order given (sql-reference/functions/result_scan).
   */
  Answer named(String sql, List<String> columns);

  /** The id of the last statement. */
  String lastQueryId();
}
