package dev.freshet.sandbox.snowflake.query;

import dev.freshet.sandbox.snowflake.query.Expr.Form;
import dev.freshet.sandbox.snowflake.sql.SqlType;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import dev.freshet.sandbox.snowflake.sql.UnsupportedSql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads operators, loosest first, and writes them for DuckDB with all brackets, so that the two
 * languages' precedence does not matter. What stands between operators is {@link
 * OperandTranslator}'s.
 */
public final class ExpressionTranslator {

  private final TokenReader reader;
  private final Scope scope;
  private final OperandTranslator operands;

  public ExpressionTranslator(Translation translation, Scope scope) {
    this.reader = translation.reader();
    this.scope = scope;
    this.operands = new OperandTranslator(translation, scope, this);
  }

  public Expr expression() {
    Expr left = conjunction();
    while (reader.accept("OR")) {
      left = bool(left.sql() + " OR " + conjunction().sql());
    }
    return left;
  }

  /** Expressions separated by commas. */
  List<Expr> list() {
    List<Expr> all = new ArrayList<>();
    do {
      all.add(expression());
    } while (reader.acceptSymbol(","));
    return all;
  }

  private Expr conjunction() {
    Expr left = negation();
    while (reader.accept("AND")) {
      left = bool(left.sql() + " AND " + negation().sql());
    }
    return left;
  }

  private Expr negation() {
    return reader.accept("NOT") ? bool("NOT " + negation().sql()) : predicate();
  }

  private Expr predicate() {
    Expr left = additive();
    while (true) {
      String operator = comparison();
      if (!operator.isEmpty()) {
        left = Comparisons.compare(scope, left, operator, additive());
      } else if (reader.accept("IS")) {
        left = is(left);
      } else {
        int mark = reader.mark();
        String not = reader.accept("NOT") ? "NOT " : "";
        Optional<Expr> found = test(left, not);
        if (found.isEmpty()) {
          reader.reset(mark);
          return left;
        }
        left = found.get();
      }
    }
  }

  private Optional<Expr> test(Expr left, String not) {
    if (reader.accept("IN")) {
      return Optional.of(in(left, not));
    }
    if (reader.accept("BETWEEN")) {
      Expr low = additive();
      reader.expect("AND");
      Expr high = additive();
      Expr above = Comparisons.compare(scope, left, ">=", low);
      return Optional.of(
          bool(not + "(" + above.sql() + " AND " + Comparisons.compare(scope, left, "<=", high).sql() + ")"));
    }
    String like = reader.acceptAny("LIKE", "ILIKE");
    if (!like.isEmpty()) {
      return Optional.of(like(left, not, like));
    }
    if (!reader.acceptAny("RLIKE", "REGEXP").isEmpty()) {
      Expr pattern = additive();
      return Optional.of(
          bool(not + "regexp_full_match(" + left.sql() + ", " + pattern.sql() + ")"));
    }
    return Optional.empty();
  }

  private Expr like(Expr left, String not, String like) {
    if (reader.accept("ANY") || reader.accept("ALL")) {
      throw new UnsupportedSql("LIKE ANY and LIKE ALL");
    }
    String sql = left.sql() + " " + not + like + " " + additive().sql();
    return bool(reader.accept("ESCAPE") ? sql + " ESCAPE " + additive().sql() : sql);
  }

  private Expr in(Expr left, String not) {
    reader.expectSymbol("(");
    if (operands.startsQuery()) {
      String query = operands.query();
      reader.expectSymbol(")");
      return bool(left.sql() + " " + not + "IN (" + query + ")");
    }
    List<Expr> values = list();
    reader.expectSymbol(")");
    return Comparisons.in(scope, left, not, values);
  }

  private Expr is(Expr left) {
    String not = reader.accept("NOT") ? "NOT " : "";
    if (reader.accept("DISTINCT", "FROM")) {
      Expr right = additive();
      return Comparisons.distinct(scope, left, not, right);
    }
    String what = reader.acceptAny("NULL", "TRUE", "FALSE");
    if (what.isEmpty()) {
      throw reader.unexpected("expected NULL, TRUE, FALSE or DISTINCT FROM");
    }
    return bool(left.sql() + " IS " + not + what);
  }

  private String comparison() {
    for (String symbol : new String[] {"=", "<>", "!=", "<=", ">=", "<", ">"}) {
      if (reader.acceptSymbol(symbol)) {
        return symbol;
      }
    }
    return "";
  }

  private Expr additive() {
    Expr left = multiplicative();
    while (true) {
      if (reader.acceptSymbol("+")) {
        left = Expr.of("(" + left.sql() + " + " + multiplicative().sql() + ")");
      } else if (reader.acceptSymbol("-")) {
        left = Expr.of("(" + left.sql() + " - " + multiplicative().sql() + ")");
      } else if (reader.acceptSymbol("||")) {
        left = Text.concatenate(scope, List.of(left, multiplicative()));
      } else {
        return left;
      }
    }
  }

  private Expr multiplicative() {
    Expr left = unary();
    while (true) {
      if (reader.acceptSymbol("*")) {
        left = Numbers.multiply(scope, left, unary());
      } else if (reader.acceptSymbol("/")) {
        left = Numbers.divide(scope, left, unary());
      } else if (reader.acceptSymbol("%")) {
        left = Numbers.modulo(left, unary());
      } else {
        return left;
      }
    }
  }

  private Expr unary() {
    if (reader.acceptSymbol("-")) {
      Expr operand = unary();
      return new Expr("(-" + operand.sql() + ")", Form.OTHER, operand.type());
    }
    if (reader.acceptSymbol("+")) {
      return unary();
    }
    return operands.operand();
  }

  private static Expr bool(String sql) {
    return Expr.of("(" + sql + ")", SqlType.BOOLEAN);
  }
}
