package dev.freshet.sandbox.snowflake.engine;

import java.util.List;

/**
 * A statement as a client sends it.
 *
 * @param binds in the order of the statement's question marks
 * @param describeOnly whether only the columns of its result are wanted
 */
public record StatementRequest(String sql, List<Bind> binds, boolean describeOnly) {

  public static StatementRequest of(String sql) {
    return new StatementRequest(sql, List.of(), false);
  }
}
