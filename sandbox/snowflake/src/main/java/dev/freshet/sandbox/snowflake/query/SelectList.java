package dev.freshet.sandbox.snowflake.query;

import dev.freshet.sandbox.snowflake.query.Expr.Form;
import dev.freshet.sandbox.snowflake.sql.Identifiers;
import dev.freshet.sandbox.snowflake.sql.Token;
import dev.freshet.sandbox.snowflake.sql.Token.Kind;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import dev.freshet.sandbox.snowflake.sql.UnsupportedSql;
import java.util.ArrayList;
import java.util.List;

/** Reads the items of a SELECT: stars, and expressions under their names. */
final class SelectList {

  private final Translation translation;
  private final TokenReader reader;
  private final Scope scope;
  private final ExpressionTranslator expressions;

  /**
   * @param scope that of the SELECT, whose FROM has been read
   */
  SelectList(Translation translation, Scope scope) {
    this.translation = translation;
    this.reader = translation.reader();
    this.scope = scope;
    this.expressions = new ExpressionTranslator(translation, scope);
  }

  /** Reads all items; the scope then knows them. */
  String read() {
    List<String> items = new ArrayList<>();
    do {
      String item = item();
      scope.addItem(item);
      items.add(item);
    } while (reader.acceptSymbol(","));
    return String.join(", ", items);
  }

  private String item() {
    if (reader.acceptSymbol("*")) {
      return "*" + starOptions();
    }
    if (reader.peek().isIdentifier()
        && reader.peek(1).isSymbol(".")
        && reader.peek(2).isSymbol("*")) {
      String table = Identifiers.encode(reader.identifier());
      reader.expectSymbol(".");
      reader.expectSymbol("*");
      return table + ".*" + starOptions();
    }
    int mark = reader.mark();
    Expr expression = expressions.expression();
    String label = Labels.of(reader.textSince(mark));
    if (reader.accept("AS")) {
      return expression.sql() + " AS " + Identifiers.encode(reader.identifier());
    }
    if (reader.peek().isIdentifier() && !startsClause()) {
      return expression.sql() + " AS " + Identifiers.encode(reader.identifier());
    }
    return expression.form() == Form.COLUMN
        ? expression.sql()
        : expression.sql() + " AS " + Identifiers.encode(label);
  }

  private boolean startsClause() {
    Token token = reader.peek();
    return token.kind() == Kind.WORD
        && (QueryTranslator.CLAUSES.contains(token.text())
            || token.text().equals("FROM")
            || token.text().equals("INTO"));
  }

  private String starOptions() {
    StringBuilder options = new StringBuilder();
    if (reader.accept("ILIKE")) {
      throw new UnsupportedSql("SELECT * ILIKE");
    }
    if (reader.accept("EXCLUDE")) {
      List<String> names = new ArrayList<>();
      boolean several = reader.acceptSymbol("(");
      do {
        names.add(Identifiers.encode(reader.identifier()));
      } while (several && reader.acceptSymbol(","));
      if (several) {
        reader.expectSymbol(")");
      }
      options.append(" EXCLUDE (").append(String.join(", ", names)).append(")");
    }
    if (reader.accept("RENAME") || reader.accept("REPLACE")) {
      throw new UnsupportedSql("SELECT * RENAME and SELECT * REPLACE");
    }
    if (translation.traced()) {
      options.append(Past.WITHOUT_ROWS);
    }
    return options.toString();
  }
}
