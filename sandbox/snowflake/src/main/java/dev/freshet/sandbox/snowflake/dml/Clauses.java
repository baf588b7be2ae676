package dev.freshet.sandbox.snowflake.dml;

import dev.freshet.sandbox.snowflake.catalog.TableColumn;
import dev.freshet.sandbox.snowflake.query.Assignment;
import dev.freshet.sandbox.snowflake.query.Expr;
import dev.freshet.sandbox.snowflake.query.ExpressionTranslator;
import dev.freshet.sandbox.snowflake.query.FromTranslator;
import dev.freshet.sandbox.snowflake.query.Scope;
import dev.freshet.sandbox.snowflake.query.Translation;
import dev.freshet.sandbox.snowflake.sql.Identifiers;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Clauses that statements of this package share. */
final class Clauses {

  private Clauses() {}

  /** Items of FROM or USING; the scope then sees the target too. */
  static String from(FromTranslator translator, Target target) {
    return translator.joined(target.sql() + ", ");
  }

  static String where(Translation translation, Scope scope) {
    return translation.reader().accept("WHERE")
        ? " WHERE " + new ExpressionTranslator(translation, scope).expression().sql()
        : "";
  }

  /** {@code column = value, …}. */
  static String assignments(
      Translation translation, Scope scope, Target target, ExpressionTranslator expressions) {
    TokenReader reader = translation.reader();
    List<String> all = new ArrayList<>();
    do {
      TableColumn column = target.column(reader);
      reader.expectSymbol("=");
      Expr value = expressions.expression();
      all.add(Identifiers.encode(column.name()) + " = " + Assignment.of(scope, value, column));
    } while (reader.acceptSymbol(","));
    return String.join(", ", all);
  }

  /** Moves to one of the words, outside brackets, or to the end. */
  static void skipTo(TokenReader reader, String... words) {
    int depth = 0;
    while (!reader.atEnd()) {
      if (reader.peek().isSymbol("(")) {
        depth++;
      } else if (reader.peek().isSymbol(")")) {
        depth--;
      } else if (reader.peek().isWord("DISTINCT") && reader.peek(1).isWord("FROM")) {
        reader.next();
      } else if (depth == 0 && Arrays.stream(words).anyMatch(w -> reader.peek().isWord(w))) {
        return;
      }
      reader.next();
    }
  }
}
