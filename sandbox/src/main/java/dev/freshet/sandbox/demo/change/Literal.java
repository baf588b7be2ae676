package dev.freshet.sandbox.demo.change;

/**
 * Text as a Snowflake string constant; in one, a backslash begins an escape sequence
 * (sql-reference/data-types-text).
 */
final class Literal {
  private Literal() {}

  static String of(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "''") + "'";
  }
}
