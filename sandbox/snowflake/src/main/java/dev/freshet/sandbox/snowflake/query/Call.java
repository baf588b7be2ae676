package dev.freshet.sandbox.snowflake.query;

import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import dev.freshet.sandbox.snowflake.sql.SqlType;
import dev.freshet.sandbox.snowflake.sql.UnsupportedSql;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A call of a function, read but not yet translated.
 *
 * @param within the ORDER BY of WITHIN GROUP, translated; empty if none
 * @param over {@code OVER (…)}, translated; empty if none
 */
record Call(
    String name,
    List<Expr> arguments,
    boolean distinct,
    boolean star,
    boolean ignoreNulls,
    String within,
    String over,
    Scope scope) {

  Expr argument(int index) {
    return arguments.get(index);
  }

  int count() {
    return arguments.size();
  }

  /** A scalar function that DuckDB has under this name, with the same meaning. */
  Expr scalar(String duckName) {
    return Expr.of(duckName + "(" + list(arguments) + ")");
  }

  Expr scalar(String duckName, SqlType type) {
    return Expr.of(duckName + "(" + list(arguments) + ")", type);
  }

  /** An aggregate or window function that DuckDB has under this name. */
  Expr aggregate(String duckName) {
    String inside = star ? "*" : list(arguments);
    return Expr.of(
        duckName + "(" + (distinct ? "DISTINCT " : "") + inside + nulls() + order() + ")" + over);
  }

  /** The same with other arguments. */
  Expr aggregate(String duckName, String inside) {
    return Expr.of(
        duckName + "(" + (distinct ? "DISTINCT " : "") + inside + nulls() + order() + ")" + over);
  }

  private String nulls() {
    return ignoreNulls ? " IGNORE NULLS" : "";
  }

  private String order() {
    return within.isEmpty() ? "" : " ORDER BY " + within;
  }

  static String list(List<Expr> expressions) {
    return expressions.stream().map(Expr::sql).collect(Collectors.joining(", "));
  }

  /** The type of an argument; refused if DuckDB cannot tell it. */
  SqlType typeOf(int index) {
    return scope
        .typeOf(argument(index))
        .orElseThrow(
            () ->
                new UnsupportedSql(
                    name + " of an argument whose type it cannot tell here (cast it first)"));
  }

  /** The value of a string literal argument. */
  String stringArgument(int index) {
    if (!argument(index).isString()) {
      throw new UnsupportedSql(
          name + " with argument " + (index + 1) + " other than a string literal");
    }
    return argument(index).stringValue();
  }

  void requireCount(int least, int most) {
    if (count() < least || count() > most) {
      throw SnowflakeException.compilation(
          count() < least ? "000938" : "000939",
          (count() < least ? "not enough" : "too many")
              + " arguments for function ["
              + name
              + "] expected "
              + (count() < least ? least : most)
              + ", got "
              + count());
    }
  }

  void requireScalar() {
    if (distinct || star || !within.isEmpty() || !over.isEmpty()) {
      throw SnowflakeException.compilation(
          "002141", "Function " + name + " is no aggregate or window function.");
    }
  }
}
