package dev.freshet.sandbox.snowflake.query;

import dev.freshet.sandbox.snowflake.sql.SqlType;
import java.util.Optional;

/**
 * An expression, translated.
 *
 * @param sql DuckDB's SQL; stands as it is wherever an operand may stand
 * @param type its type, if that is clear without asking DuckDB
 */
public record Expr(String sql, Form form, Optional<SqlType> type) {

  /** What kind of expression it is. */
  public enum Form {
    NUMBER,
    STRING,
    NULL,
    COLUMN,
    OTHER
  }

  public static Expr of(String sql) {
    return new Expr(sql, Form.OTHER, Optional.empty());
  }

  public static Expr of(String sql, SqlType type) {
    return new Expr(sql, Form.OTHER, Optional.of(type));
  }

  static Expr string(String value) {
    return new Expr(quote(value), Form.STRING, Optional.of(SqlType.TEXT));
  }

  static Expr column(String sql) {
    return new Expr(sql, Form.COLUMN, Optional.empty());
  }

  /** A literal whose SQL is a quoted string. */
  boolean isString() {
    return form == Form.STRING;
  }

  public boolean isLiteral() {
    return form == Form.NUMBER || form == Form.STRING || form == Form.NULL;
  }

  /** The value of a string literal. */
  String stringValue() {
    return sql.substring(1, sql.length() - 1).replace("''", "'");
  }

  static String quote(String value) {
    return "'" + value.replace("'", "''") + "'";
  }
}
