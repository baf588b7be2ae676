package dev.freshet.sandbox.snowflake.query;

import static dev.freshet.sandbox.snowflake.query.Functions.same;
import static dev.freshet.sandbox.snowflake.query.Functions.scalar;

import dev.freshet.sandbox.snowflake.query.Expr.Form;
import dev.freshet.sandbox.snowflake.query.Functions.Rule;
import dev.freshet.sandbox.snowflake.sql.SqlType;
import dev.freshet.sandbox.snowflake.sql.SqlType.Family;
import dev.freshet.sandbox.snowflake.sql.UnsupportedSql;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Arithmetic and functions of numbers. NUMBER stays exact, as in Snowflake; DuckDB would go to
 * DOUBLE.
 */
final class Numbers {

  private Numbers() {}

  static void register(Map<String, Rule> rules) {
    rules.put("ABS", same(1, 1, "abs"));
    rules.put("CEIL", same(1, 1, "ceil"));
    rules.put("CEILING", same(1, 1, "ceil"));
    rules.put("FLOOR", same(1, 1, "floor"));
    rules.put("ROUND", same(1, 2, "round"));
    rules.put("SIGN", same(1, 1, "sign"));
    rules.put("SQRT", scalar(1, 1, call -> call.scalar("sqrt", SqlType.FLOAT)));
    rules.put("POWER", scalar(2, 2, call -> call.scalar("pow", SqlType.FLOAT)));
    rules.put("EXP", scalar(1, 1, call -> call.scalar("exp", SqlType.FLOAT)));
    rules.put("LN", scalar(1, 1, call -> call.scalar("ln", SqlType.FLOAT)));
    rules.put("MOD", scalar(2, 2, call -> modulo(call.argument(0), call.argument(1))));
    rules.put("DIV0", scalar(2, 2, Numbers::divideOrZero));
  }

  /**
   * {@code a / b}. Of NUMBERs: scale max(s1, min(s1 + 6, 12)), rounded half up, exact. Source:
   * sql-reference/operators-arithmetic.
   */
  static Expr divide(Scope scope, Expr left, Expr right) {
    SqlType dividend = typeOf(scope, left);
    SqlType divisor = typeOf(scope, right);
    if (dividend.family() == Family.FLOAT || divisor.family() == Family.FLOAT) {
      return Expr.of("(" + left.sql() + " / " + nonZero(right.sql()) + ")", SqlType.FLOAT);
    }
    if (dividend.family() != Family.NUMBER || divisor.family() != Family.NUMBER) {
      throw new UnsupportedSql("dividing " + dividend.family() + " by " + divisor.family());
    }
    return exact(left.sql(), right.sql(), quotientScale(dividend.scale()));
  }

  /**
   * {@code a * b}. Of NUMBERs: as many digits as there are, scale min(s1 + s2, max(s1, s2, 12));
   * DuckDB would stop at 18 digits. Source: sql-reference/operators-arithmetic.
   */
  static Expr multiply(Scope scope, Expr left, Expr right) {
    Optional<SqlType> first = scope.typeOf(left).filter(t -> t.family() == Family.NUMBER);
    Optional<SqlType> second = scope.typeOf(right).filter(t -> t.family() == Family.NUMBER);
    if (first.isEmpty() || second.isEmpty()) {
      return Expr.of("(" + left.sql() + " * " + right.sql() + ")");
    }
    int s1 = first.get().scale();
    int s2 = second.get().scale();
    Expr product =
        Expr.of(
            "(" + castTo(left, SqlType.number(38, s1)).sql() + " * " + right.sql() + ")",
            SqlType.number(38, s1 + s2));
    int scale = Math.min(s1 + s2, Math.max(Math.max(s1, s2), 12));
    return scale == s1 + s2 ? product : castTo(product, SqlType.number(38, scale));
  }

  /** A quotient of two NUMBERs at the given scale. */
  static Expr exact(String dividend, String divisor, int scale) {
    SqlType type = SqlType.number(38, scale);
    return Expr.of(
        "CAST(sf_divide(CAST("
            + dividend
            + " AS VARCHAR), CAST("
            + divisor
            + " AS VARCHAR), '"
            + scale
            + "') AS "
            + type.duckdb()
            + ")",
        type);
  }

  static int quotientScale(int scale) {
    return Math.max(scale, Math.min(scale + 6, 12));
  }

  static Expr modulo(Expr left, Expr right) {
    return Expr.of("(" + left.sql() + " % " + nonZero(right.sql()) + ")");
  }

  private static Expr divideOrZero(Call call) {
    Expr quotient =
        divide(
            call.scope(), call.argument(0), Expr.of("NULLIF(" + call.argument(1).sql() + ", 0)"));
    String zero = call.argument(1).sql() + " = 0";
    return new Expr(
        "CASE WHEN " + zero + " THEN 0 ELSE " + quotient.sql() + " END",
        Form.OTHER,
        quotient.type());
  }

  /** DuckDB divides by zero to NULL; Snowflake fails. */
  private static String nonZero(String divisor) {
    boolean clearly = divisor.chars().allMatch(Character::isDigit) && !divisor.matches("0+");
    return clearly
        ? divisor
        : "CASE WHEN " + divisor + " = 0 THEN error('Division by zero') ELSE " + divisor + " END";
  }

  private static SqlType typeOf(Scope scope, Expr expression) {
    return scope
        .typeOf(expression)
        .orElseThrow(
            () ->
                new UnsupportedSql(
                    "dividing an operand whose type it cannot tell (cast it first)"));
  }

  /**
   * Several expressions of which one is chosen, with one type for all. Where integer digits and
   * scale together pass 38, DuckDB would keep the digits and round; Snowflake keeps the scale.
   */
  static List<Expr> unify(Scope scope, List<Expr> choices) {
    if (Moments.common(scope, choices).isPresent()) {
      return Moments.unify(scope, choices);
    }
    boolean simple =
        choices.stream().filter(c -> !c.isLiteral()).count() < 2
            && choices.stream().noneMatch(c -> c.form() == Form.NUMBER && c.sql().contains("."));
    if (simple) {
      return choices;
    }
    List<Optional<SqlType>> types = choices.stream().map(c -> numberType(scope, c)).toList();
    int scale = types.stream().flatMap(Optional::stream).mapToInt(SqlType::scale).max().orElse(0);
    int digits =
        types.stream()
            .flatMap(Optional::stream)
            .mapToInt(t -> t.precision() - t.scale())
            .max()
            .orElse(0);
    if (scale + digits <= 38) {
      return choices;
    }
    SqlType common = SqlType.number(38, scale);
    return choices.stream()
        .map(c -> numberType(scope, c).isPresent() ? castTo(c, common) : c)
        .toList();
  }

  private static Optional<SqlType> numberType(Scope scope, Expr expression) {
    return expression.form() == Form.NULL
        ? Optional.empty()
        : scope.typeOf(expression).filter(t -> t.family() == Family.NUMBER);
  }

  private static Expr castTo(Expr expression, SqlType type) {
    return Expr.of("CAST(" + expression.sql() + " AS " + type.duckdb() + ")", type);
  }
}
