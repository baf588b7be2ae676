package dev.freshet.sandbox.snowflake.query;

import dev.freshet.sandbox.snowflake.query.Functions.Rule;
import dev.freshet.sandbox.snowflake.sql.Identifiers;
import dev.freshet.sandbox.snowflake.sql.SqlType;
import dev.freshet.sandbox.snowflake.sql.Token.Kind;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import dev.freshet.sandbox.snowflake.sql.TypeReader;
import dev.freshet.sandbox.snowflake.sql.UnsupportedSql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads calls of functions, with what may stand in and behind their brackets. */
final class CallTranslator {

  /** Functions whose first argument is a part of a date, bare or as a string. */
  private static final Set<String> WITH_PART =
      Set.of(
          "DATEADD",
          "TIMESTAMPADD",
          "TIMEADD",
          "DATEDIFF",
          "TIMESTAMPDIFF",
          "TIMEDIFF",
          "DATE_TRUNC",
          "DATE_PART");

  private static final Set<String> WITHOUT_BRACKETS =
      Set.of("CURRENT_TIMESTAMP", "CURRENT_DATE", "CURRENT_TIME", "LOCALTIMESTAMP", "CURRENT_USER");

  private final Translation translation;
  private final TokenReader reader;
  private final Scope scope;
  private final ExpressionTranslator expressions;

  CallTranslator(Translation translation, Scope scope, ExpressionTranslator expressions) {
    this.translation = translation;
    this.reader = translation.reader();
    this.scope = scope;
    this.expressions = expressions;
  }

  /** A function that may be called without brackets; empty if the next word is none. */
  Optional<Expr> bare() {
    if (!WITHOUT_BRACKETS.contains(reader.peek().text())) {
      return Optional.empty();
    }
    translation.refuseRefreshed("non-deterministic functions");
    return Optional.of(Contexts.value(translation, reader.next().text()));
  }

  Expr call() {
    String name = reader.identifier();
    reader.expectSymbol("(");
    return switch (name) {
      case "CAST" -> cast(false);
      case "TRY_CAST" -> cast(true);
      case "EXTRACT" -> extract();
      case "EXISTS" -> exists();
      case "POSITION" -> position();
      case "IN", "NOT", "AND", "OR" -> throw reader.unexpected("expected an expression");
      default -> ordinary(name);
    };
  }

  private Expr cast(boolean tried) {
    Expr operand = expressions.expression();
    reader.expect("AS");
    SqlType type = TypeReader.read(reader);
    reader.expectSymbol(")");
    return tried ? Casts.tryCast(scope, operand, type) : Casts.cast(scope, operand, type);
  }

  private Expr extract() {
    String part = part();
    reader.expect("FROM");
    Expr operand = expressions.expression();
    reader.expectSymbol(")");
    return Times.part(scope, part, operand);
  }

  private Expr exists() {
    translation.refuseChanges("subqueries outside of FROM");
    String query = new QueryTranslator(translation, scope.inner()).query();
    reader.expectSymbol(")");
    return Expr.of("EXISTS (" + query + ")", SqlType.BOOLEAN);
  }

  /** {@code POSITION(a IN b)} as well as {@code POSITION(a, b)}. */
  private Expr position() {
    if (!reader.peek(1).isWord("IN")) {
      return ordinary("POSITION");
    }
    Expr sought =
        reader.peek().kind() == Kind.STRING
            ? Expr.string(reader.string())
            : Expr.column(Identifiers.encode(reader.identifier()));
    reader.expect("IN");
    Expr text = expressions.expression();
    reader.expectSymbol(")");
    return Expr.of("instr(" + text.sql() + ", " + sought.sql() + ")");
  }

  private String part() {
    return reader.peek().kind() == Kind.STRING ? reader.string() : reader.identifier();
  }

  private Expr ordinary(String name) {
    if (name.startsWith("SYSTEM$")) {
      return systemFunction(name);
    }
    if (Contexts.isContext(name)) {
      return context(name);
    }
    Rule rule = Functions.find(name);
    List<Expr> arguments = new ArrayList<>();
    if (WITH_PART.contains(name)) {
      arguments.add(Expr.string(part()));
      reader.expectSymbol(",");
    }
    boolean distinct = reader.accept("DISTINCT");
    boolean star = !distinct && reader.peek().isSymbol("*") && reader.peek(1).isSymbol(")");
    if (star) {
      reader.next();
    } else if (!reader.peek().isSymbol(")")) {
      arguments.addAll(expressions.list());
    }
    boolean ignoreNulls = nulls();
    reader.expectSymbol(")");
    String within = withinGroup();
    ignoreNulls |= nulls();
    String over = new WindowTranslator(reader, expressions).over(Aggregates.wholeFrame(name));
    if (Aggregates.isOne(name)) {
      translation.refuseTraced("aggregate or window functions");
    }
    return rule.apply(new Call(name, arguments, distinct, star, ignoreNulls, within, over, scope));
  }

  private boolean nulls() {
    if (reader.accept("RESPECT", "NULLS")) {
      return false;
    }
    return reader.accept("IGNORE", "NULLS");
  }

  private String withinGroup() {
    if (!reader.accept("WITHIN", "GROUP")) {
      return "";
    }
    reader.expectSymbol("(");
    reader.expect("ORDER", "BY");
    String order = new WindowTranslator(reader, expressions).order();
    reader.expectSymbol(")");
    return order;
  }

  private Expr context(String name) {
    translation.refuseRefreshed("non-deterministic functions");
    List<String> arguments = literals(name);
    return Contexts.value(translation, name, arguments);
  }

  private Expr systemFunction(String name) {
    translation.refuseRefreshed("non-deterministic functions");
    List<String> arguments = literals(name);
    String sql =
        scope
            .session()
            .engine()
            .extensions()
            .systemFunction(name)
            .orElseThrow(() -> Functions.unknown(name))
            .evaluate(scope.session(), arguments);
    return Expr.of(sql);
  }

  private List<String> literals(String name) {
    List<String> arguments = new ArrayList<>();
    while (!reader.acceptSymbol(")")) {
      String sign = reader.acceptSymbol("-") ? "-" : "";
      if (!Set.of(Kind.STRING, Kind.NUMBER).contains(reader.peek().kind())) {
        throw new UnsupportedSql(name + " with arguments other than literals");
      }
      arguments.add(sign + reader.next().text());
      reader.acceptSymbol(",");
    }
    return arguments;
  }
}
