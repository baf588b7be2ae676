package dev.freshet.sandbox.snowflake.query;

import dev.freshet.sandbox.snowflake.query.Expr.Form;
import dev.freshet.sandbox.snowflake.sql.SqlType;
import dev.freshet.sandbox.snowflake.sql.SqlType.Family;
import dev.freshet.sandbox.snowflake.sql.UnsupportedSql;
import java.util.List;
import java.util.function.Predicate;

/** Comparisons, where DuckDB would compare other than Snowflake does. */
final class Comparisons {

  private Comparisons() {}

  static Expr compare(Scope scope, Expr left, String operator, Expr right) {
    if (isVariant(scope, left) != isVariant(scope, right)
        && left.form() != Form.NULL
        && right.form() != Form.NULL) {
      throw new UnsupportedSql(
          "comparing a VARIANT with a value of another type (cast it: value::VARCHAR or such)");
    }
    if (isBeyond(scope, right, left)) {
      return bool("(" + left.sql() + " - " + left.sql() + ") " + operator + " 1");
    }
    return both(scope, left, " " + operator + " ", right);
  }

  /**
   * Whether a whole number has more digits than the other's type: {@code NUMBER(38,37) < 10}. All
   * values of the type are nearer to zero; DuckDB would fail to make the number one of that type.
   */
  private static boolean isBeyond(Scope scope, Expr number, Expr other) {
    if (!isWhole(number) || number.sql().matches("0+") || other.isLiteral()) {
      return false;
    }
    int digits = number.sql().replaceFirst("^0+", "").length();
    Predicate<SqlType> narrow =
        type -> type.family() == Family.NUMBER && type.scale() + digits > 38;
    return scope.anyColumn(narrow) && scope.typeOf(other).filter(narrow).isPresent();
  }

  /** {@code left IS [NOT] DISTINCT FROM right}. */
  static Expr distinct(Scope scope, Expr left, String not, Expr right) {
    return both(scope, left, " IS " + not + "DISTINCT FROM ", right);
  }

  static Expr in(Scope scope, Expr left, String not, List<Expr> values) {
    // Not DuckDB's IN: it gives all values one type, and rounds decimals to fit it.
    List<String> equals =
        values.stream().map(value -> compare(scope, left, "=", value).sql()).toList();
    boolean plain = values.stream().allMatch(v -> v.isString() || isWhole(v));
    if (plain && !scope.hasVariants() && Moments.common(scope, List.of(left)).isEmpty()) {
      List<String> literals = values.stream().map(Expr::sql).toList();
      return bool(left.sql() + " " + not + "IN (" + String.join(", ", literals) + ")");
    }
    return bool(not + "(" + String.join(" OR ", equals) + ")");
  }

  private static Expr both(Scope scope, Expr left, String operator, Expr right) {
    List<Expr> sides = Moments.comparable(scope, List.of(left, right));
    return bool(sides.get(0).sql() + operator + sides.get(1).sql());
  }

  private static boolean isWhole(Expr value) {
    return value.form() == Form.NUMBER && value.sql().chars().allMatch(Character::isDigit);
  }

  private static boolean isVariant(Scope scope, Expr expression) {
    if (expression.type().isPresent() || expression.isLiteral() || !scope.hasVariants()) {
      return expression.type().filter(SqlType::isSemiStructured).isPresent();
    }
    return scope.typeOf(expression).filter(SqlType::isSemiStructured).isPresent();
  }

  private static Expr bool(String sql) {
    return Expr.of("(" + sql + ")", SqlType.BOOLEAN);
  }
}
