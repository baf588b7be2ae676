package dev.freshet.sandbox.snowflake.query;

import dev.freshet.sandbox.snowflake.query.Expr.Form;
import dev.freshet.sandbox.snowflake.sql.Identifiers;
import dev.freshet.sandbox.snowflake.sql.SqlType;
import dev.freshet.sandbox.snowflake.sql.Token;
import dev.freshet.sandbox.snowflake.sql.Token.Kind;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import dev.freshet.sandbox.snowflake.sql.TypeReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what stands between operators: literals, columns, CASE, casts, paths, subqueries, calls.
 */
final class OperandTranslator {

  private static final Set<String> TYPED_LITERALS = Set.of("DATE", "TIME", "TIMESTAMP");

  private final Translation translation;
  private final TokenReader reader;
  private final Scope scope;
  private final ExpressionTranslator expressions;
  private final CallTranslator calls;

  OperandTranslator(Translation translation, Scope scope, ExpressionTranslator expressions) {
    this.translation = translation;
    this.reader = translation.reader();
    this.scope = scope;
    this.expressions = expressions;
    this.calls = new CallTranslator(translation, scope, expressions);
  }

  Expr operand() {
    Expr operand = primary();
    while (true) {
      if (reader.acceptSymbol("::")) {
        operand = Casts.cast(scope, operand, TypeReader.read(reader));
      } else if (reader.peek().isSymbol(":") && reader.peek(1).isIdentifier()) {
        operand = path(operand);
      } else if (reader.peek().isSymbol("[")) {
        operand = Json.path(scope, operand, subscript());
      } else {
        return operand;
      }
    }
  }

  boolean startsQuery() {
    int ahead = 0;
    while (reader.peek(ahead).isSymbol("(")) {
      ahead++;
    }
    Token token = reader.peek(ahead);
    return token.isWord("SELECT") || (token.isWord("WITH") && ahead == 0);
  }

  String query() {
    translation.refuseChanges("subqueries outside of FROM");
    return new QueryTranslator(translation, scope.inner()).query();
  }

  private Expr primary() {
    Token token = reader.peek();
    return switch (token.kind()) {
      case NUMBER -> number();
      case STRING -> Expr.string(reader.string());
      case QUOTED -> column();
      case POSITION -> Expr.column(Identifiers.verbatim(reader.next().text()));
      case WORD -> word(token.text());
      default -> bracket();
    };
  }

  private Expr bracket() {
    if (!reader.peek().isSymbol("(")) {
      throw reader.unexpected("expected an expression");
    }
    reader.expectSymbol("(");
    if (startsQuery()) {
      String query = query();
      reader.expectSymbol(")");
      return Expr.of("(" + query + ")");
    }
    Expr inner = expressions.expression();
    if (reader.acceptSymbol(",")) {
      List<Expr> rest = expressions.list();
      reader.expectSymbol(")");
      List<String> all = new ArrayList<>(List.of(inner.sql()));
      rest.forEach(e -> all.add(e.sql()));
      return Expr.of("(" + String.join(", ", all) + ")");
    }
    reader.expectSymbol(")");
    Form form = inner.form() == Form.NUMBER ? Form.NUMBER : Form.OTHER;
    return new Expr("(" + inner.sql() + ")", form, inner.type());
  }

  /** DuckDB reads long whole numbers as HUGEINT, which does not mix exactly with DECIMAL. */
  private Expr number() {
    String text = reader.next().text();
    boolean whole = text.chars().allMatch(Character::isDigit);
    if (whole && text.length() > 18 && text.length() <= 38) {
      return Expr.of("CAST(" + text + " AS DECIMAL(38, 0))", SqlType.INTEGER);
    }
    return new Expr(text.endsWith(".") ? text + "0" : text, Form.NUMBER, Optional.empty());
  }

  private Expr word(String word) {
    if (reader.peek(1).isSymbol("(")) {
      return calls.call();
    }
    if (TYPED_LITERALS.contains(word) && reader.peek(1).kind() == Kind.STRING) {
      SqlType type = TypeReader.read(reader);
      return Casts.cast(scope, Expr.string(reader.string()), type);
    }
    return switch (word) {
      case "NULL" -> nothing();
      case "TRUE", "FALSE" -> Expr.of(reader.next().text(), SqlType.BOOLEAN);
      case "CASE" -> cases();
      case "EXISTS", "INTERVAL" ->
          throw reader.unexpected("the sandbox does not support " + word + " here");
      default -> calls.bare().orElseGet(this::column);
    };
  }

  private Expr nothing() {
    reader.next();
    return new Expr("NULL", Form.NULL, Optional.empty());
  }

  private Expr cases() {
    reader.expect("CASE");
    Optional<Expr> subject =
        reader.peek().isWord("WHEN") ? Optional.empty() : Optional.of(expressions.expression());
    List<String> conditions = new ArrayList<>();
    List<Expr> values = new ArrayList<>();
    while (reader.accept("WHEN")) {
      Expr condition = expressions.expression();
      conditions.add(
          subject.map(s -> Comparisons.compare(scope, s, "=", condition)).orElse(condition).sql());
      reader.expect("THEN");
      values.add(expressions.expression());
    }
    values.add(
        reader.accept("ELSE")
            ? expressions.expression()
            : new Expr("NULL", Form.NULL, Optional.empty()));
    reader.expect("END");
    return Conditionals.cases(scope, conditions, values);
  }

  private Expr column() {
    List<String> parts = new ArrayList<>(List.of(reader.identifier()));
    while (reader.peek().isSymbol(".") && reader.peek(1).isIdentifier()) {
      reader.next();
      parts.add(reader.identifier());
    }
    // A database and schema before the table's name add nothing: FROM has made it one name.
    List<String> last = parts.subList(Math.max(0, parts.size() - 2), parts.size());
    return Expr.column(String.join(".", last.stream().map(Identifiers::encode).toList()));
  }

  /** {@code value:first.second[0]}; names keep their case, as JSON's do. */
  private Expr path(Expr operand) {
    reader.expectSymbol(":");
    StringBuilder path = new StringBuilder("$").append(Json.step(written()));
    while (reader.peek().isSymbol(".") || reader.peek().isSymbol("[")) {
      if (reader.acceptSymbol(".")) {
        path.append(Json.step(written()));
      } else {
        path.append(subscript());
      }
    }
    String steps = path.substring(1);
    return Json.path(scope, operand, steps);
  }

  private String written() {
    Token token = reader.peek();
    reader.identifier();
    return token.kind() == Kind.QUOTED
        ? token.text()
        : reader.sql().substring(token.start(), token.end());
  }

  private String subscript() {
    reader.expectSymbol("[");
    String step =
        reader.peek().kind() == Kind.STRING
            ? Json.step(reader.string())
            : "[" + reader.integer() + "]";
    reader.expectSymbol("]");
    return step;
  }
}
