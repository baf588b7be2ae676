package dev.freshet.sandbox.snowflake.procedure;

import dev.freshet.sandbox.snowflake.sql.Token;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import java.util.ArrayList;
import java.util.List;

/**
 * One expression of a bracketed list, as text that can stand in a statement of its own. It is
 * written anew from its tokens, since bind variables are in the tokens only.
 */
record Expression(String sql) {

  /** Reads up to the comma or closing bracket that ends the expression. */
  static Expression read(TokenReader reader) {
    List<String> texts = new ArrayList<>();
    int depth = 0;
    while (!reader.atEnd() && !(depth == 0 && ends(reader.peek()))) {
      Token token = reader.next();
      depth += token.isSymbol("(") || token.isSymbol("[") ? 1 : 0;
      depth -= token.isSymbol(")") || token.isSymbol("]") ? 1 : 0;
      texts.add(text(token));
    }
    if (texts.isEmpty()) {
      throw reader.unexpected("expected an expression");
    }
    return new Expression(String.join(" ", texts));
  }

  private static boolean ends(Token token) {
    return token.isSymbol(",") || token.isSymbol(")");
  }

  private static String text(Token token) {
    return switch (token.kind()) {
      case STRING -> "'" + token.text().replace("\\", "\\\\").replace("'", "''") + "'";
      case QUOTED -> "\"" + token.text().replace("\"", "\"\"") + "\"";
      default -> token.text();
    };
  }
}
