package dev.freshet.sandbox.snowflake.sql;

import dev.freshet.sandbox.snowflake.sql.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * A cursor over the tokens of one statement. {@code accept…} moves on only when it matches; {@code
 * expect…} fails with a {@link SyntaxError} naming what was found. Not thread-safe.
 */
public final class TokenReader {

  private final String sql;
  private final List<Token> tokens;
  private int at;

  public TokenReader(String sql) {
    this(sql, Lexer.tokens(sql));
  }

  public TokenReader(String sql, List<Token> tokens) {
    this.sql = sql;
    this.tokens = tokens;
  }

  /** A second cursor over the same statement, at its beginning. */
  public TokenReader restarted() {
    return new TokenReader(sql, tokens);
  }

  public Token peek() {
    return peek(0);
  }

  public Token peek(int ahead) {
    return tokens.get(Math.min(at + ahead, tokens.size() - 1));
  }

  public Token next() {
    Token token = peek();
    if (at < tokens.size() - 1) {
      at++;
    }
    return token;
  }

  public boolean atEnd() {
    return peek().kind() == Kind.END;
  }

  /** Index of the next token; for {@link #reset}. */
  public int mark() {
    return at;
  }

  public void reset(int mark) {
    at = mark;
  }

  /** Whether the next tokens are these words. Does not move. */
  public boolean startsWith(String... words) {
    for (int i = 0; i < words.length; i++) {
      if (!peek(i).isWord(words[i])) {
        return false;
      }
    }
    return true;
  }

  public boolean accept(String... words) {
    if (!startsWith(words)) {
      return false;
    }
    at += words.length;
    return true;
  }

  /** Accepts whichever of the words comes next; the empty string if none does. */
  public String acceptAny(String... words) {
    for (String word : words) {
      if (accept(word)) {
        return word;
      }
    }
    return "";
  }

  public void expect(String... words) {
    if (!accept(words)) {
      throw unexpected("expected " + String.join(" ", words));
    }
  }

  public boolean acceptSymbol(String symbol) {
    if (!peek().isSymbol(symbol)) {
      return false;
    }
    at++;
    return true;
  }

  public void expectSymbol(String symbol) {
    if (!acceptSymbol(symbol)) {
      throw unexpected("expected '" + symbol + "'");
    }
  }

  public void expectEnd() {
    if (!atEnd()) {
      throw unexpected("expected the end of the statement");
    }
  }

  /** An identifier as Snowflake stores it: upper case unless quoted. */
  public String identifier() {
    if (!peek().isIdentifier()) {
      throw unexpected("expected an identifier");
    }
    return next().text();
  }

  /** Identifiers joined by dots: the parts of an object's name as written. */
  public List<String> dottedName() {
    List<String> parts = new ArrayList<>();
    if (peek().isWord("IDENTIFIER") && peek(1).isSymbol("(")) {
      next();
      next();
      parts.addAll(dottedNameOf(string()));
      expectSymbol(")");
      return parts;
    }
    parts.add(identifier());
    while (peek().isSymbol(".")) {
      next();
      parts.add(peek().isSymbol(".") ? "PUBLIC" : identifier());
    }
    return parts;
  }

  private static List<String> dottedNameOf(String text) {
    TokenReader reader = new TokenReader(text);
    List<String> parts = reader.dottedName();
    reader.expectEnd();
    return parts;
  }

  public String string() {
    if (peek().kind() != Kind.STRING) {
      throw unexpected("expected a string");
    }
    return next().text();
  }

  public int integer() {
    if (peek().kind() != Kind.NUMBER || !peek().text().chars().allMatch(Character::isDigit)) {
      throw unexpected("expected a whole number");
    }
    return Integer.parseInt(next().text());
  }

  public boolean bool() {
    if (accept("TRUE")) {
      return true;
    }
    if (accept("FALSE")) {
      return false;
    }
    throw unexpected("expected TRUE or FALSE");
  }

  /** With the cursor on an opening bracket: how many tokens ahead its closing one stands. */
  public int aheadToClose() {
    int depth = 0;
    for (int i = 0; peek(i).kind() != Kind.END; i++) {
      if (peek(i).isSymbol("(")) {
        depth++;
      } else if (peek(i).isSymbol(")") && --depth == 0) {
        return i;
      }
    }
    throw unexpected("this bracket is not closed");
  }

  /** The statement's text from a token on, up to the token the cursor stands before. */
  public String textSince(int mark) {
    return at == mark ? "" : sql.substring(tokens.get(mark).start(), tokens.get(at - 1).end());
  }

  /** The statement's text from the cursor to the end; moves to the end. */
  public String rest() {
    int mark = at;
    at = tokens.size() - 1;
    return textSince(mark);
  }

  public String sql() {
    return sql;
  }

  public SyntaxError unexpected(String what) {
    Token found = peek();
    String shown = found.kind() == Kind.END ? "the end" : sql.substring(found.start(), found.end());
    return SyntaxError.at(sql, found.start(), what + ", found '" + shown + "'");
  }
}
