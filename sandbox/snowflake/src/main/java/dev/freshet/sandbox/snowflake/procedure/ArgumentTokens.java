package dev.freshet.sandbox.snowflake.procedure;

import dev.freshet.sandbox.snowflake.sql.Token;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import java.util.ArrayList;
import java.util.List;

/** The tokens of one expression in a bracketed list. */
final class ArgumentTokens {

  private ArgumentTokens() {}

  /** Reads up to the comma or closing bracket that ends the expression. */
  static List<Token> next(TokenReader reader) {
    List<Token> tokens = new ArrayList<>();
    int depth = 0;
    while (!reader.atEnd() && !(depth == 0 && ends(reader.peek()))) {
      Token token = reader.next();
      depth += token.isSymbol("(") || token.isSymbol("[") ? 1 : 0;
      depth -= token.isSymbol(")") || token.isSymbol("]") ? 1 : 0;
      tokens.add(token);
    }
    if (tokens.isEmpty()) {
      throw reader.unexpected("expected an expression");
    }
    return tokens;
  }

  private static boolean ends(Token token) {
    return token.isSymbol(",") || token.isSymbol(")");
  }
}
