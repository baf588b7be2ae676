package dev.freshet.sandbox.snowflake.sql;

/**
 * Text that is no statement Snowflake, or this stand-in, would parse. The message names line and
 * column.
 */
public final class SyntaxError extends RuntimeException {

  private SyntaxError(String message) {
    super(message);
  }

  public static SyntaxError at(String sql, int index, String what) {
    String before = sql.substring(0, Math.min(index, sql.length()));
    int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
    int column = before.length() - (before.lastIndexOf('\n') + 1);
    return new SyntaxError(
        "syntax error line " + line + " at position " + column + ": " + what + ".");
  }
}
