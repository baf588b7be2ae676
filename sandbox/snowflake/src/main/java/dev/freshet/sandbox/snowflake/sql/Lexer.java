package dev.freshet.sandbox.snowflake.sql;

import dev.freshet.sandbox.snowflake.sql.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Splits the text of one statement into tokens, by Snowflake's rules for strings, identifiers and
 * comments.
 */
public final class Lexer {

  private static final Set<String> PAIRS = Set.of("::", "<=", ">=", "<>", "!=", "||", "=>", "->");
  private static final String STAGE_CHARACTERS = "_$./~%-=+:#*";

  private final String sql;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  private Lexer(String sql) {
    this.sql = sql;
  }

  /** The tokens of a statement, without trailing semicolons, closed by one of kind END. */
  public static List<Token> tokens(String sql) {
    Lexer lexer = new Lexer(sql);
    while (lexer.skipBlanks()) {
      lexer.token();
    }
    while (!lexer.tokens.isEmpty() && lexer.tokens.get(lexer.tokens.size() - 1).isSymbol(";")) {
      lexer.tokens.remove(lexer.tokens.size() - 1);
    }
    lexer.tokens.add(new Token(Kind.END, "", sql.length(), sql.length()));
    return List.copyOf(lexer.tokens);
  }

  private boolean skipBlanks() {
    while (at < sql.length()) {
      if (Character.isWhitespace(sql.charAt(at))) {
        at++;
      } else if (sql.startsWith("--", at) || sql.startsWith("//", at)) {
        int end = sql.indexOf('\n', at);
        at = end < 0 ? sql.length() : end;
      } else if (sql.startsWith("/*", at)) {
        int end = sql.indexOf("*/", at + 2);
        at = end < 0 ? sql.length() : end + 2;
      } else {
        return true;
      }
    }
    return false;
  }

  private void token() {
    char c = sql.charAt(at);
    if (sql.startsWith("$$", at)) {
      dollarString();
    } else if (c == '\'') {
      string();
    } else if (c == '"') {
      quoted();
    } else if (c == '@') {
      add(Kind.STAGE, endOfStage());
    } else if (c == '?') {
      add(Kind.PARAMETER, at + 1);
    } else if (c == '$' && isDigit(at + 1)) {
      add(Kind.POSITION, skipWhile(at + 1, Character::isDigit));
    } else if (sql.regionMatches(true, at, "file://", 0, 7)) {
      add(Kind.FILE, skipWhile(at, p -> !Character.isWhitespace(p)));
    } else if (Character.isLetter(c) || c == '_' || c == '$') {
      word();
    } else if (Character.isDigit(c) || (c == '.' && isDigit(at + 1) && !afterOperand())) {
      add(Kind.NUMBER, endOfNumber());
    } else {
      add(Kind.SYMBOL, at + (isPair() ? 2 : 1));
    }
  }

  private void dollarString() {
    int end = sql.indexOf("$$", at + 2);
    if (end < 0) {
      throw SyntaxError.at(sql, at, "a string opened by $$ is not closed");
    }
    tokens.add(new Token(Kind.STRING, sql.substring(at + 2, end), at, end + 2));
    at = end + 2;
  }

  private void string() {
    StringBuilder value = new StringBuilder();
    int start = at++;
    while (true) {
      if (at >= sql.length()) {
        throw SyntaxError.at(sql, start, "a string is not closed");
      }
      char c = sql.charAt(at++);
      if (c == '\\' && at < sql.length()) {
        escape(value);
      } else if (c != '\'') {
        value.append(c);
      } else if (at < sql.length() && sql.charAt(at) == '\'') {
        value.append('\'');
        at++;
      } else {
        break;
      }
    }
    tokens.add(new Token(Kind.STRING, value.toString(), start, at));
  }

  private void escape(StringBuilder value) {
    char c = sql.charAt(at++);
    switch (c) {
      case 'n' -> value.append('\n');
      case 't' -> value.append('\t');
      case 'r' -> value.append('\r');
      case 'b' -> value.append('\b');
      case 'f' -> value.append('\f');
      case '0' -> value.append('\0');
      case 'x' -> codePoint(value, 2);
      case 'u' -> codePoint(value, 4);
      default -> value.append(c);
    }
  }

  private void codePoint(StringBuilder value, int digits) {
    if (at + digits > sql.length()) {
      throw SyntaxError.at(sql, at, "an escape needs " + digits + " hexadecimal digits");
    }
    value.append((char) Integer.parseInt(sql.substring(at, at + digits), 16));
    at += digits;
  }

  private void quoted() {
    int start = at;
    int end = endOfQuoted(at);
    String name = sql.substring(start + 1, end - 1).replace("\"\"", "\"");
    tokens.add(new Token(Kind.QUOTED, name, start, end));
    at = end;
  }

  private int endOfQuoted(int open) {
    int end = open + 1;
    while (end < sql.length()) {
      if (sql.charAt(end++) == '"') {
        if (end >= sql.length() || sql.charAt(end) != '"') {
          return end;
        }
        end++;
      }
    }
    throw SyntaxError.at(sql, open, "a quoted identifier is not closed");
  }

  private int endOfStage() {
    int end = at + 1;
    while (end < sql.length()) {
      char c = sql.charAt(end);
      if (c == '"') {
        end = endOfQuoted(end);
      } else if (Character.isLetterOrDigit(c) || STAGE_CHARACTERS.indexOf(c) >= 0) {
        end++;
      } else {
        break;
      }
    }
    return end;
  }

  private void word() {
    int end = skipWhile(at, c -> Character.isLetterOrDigit(c) || c == '_' || c == '$');
    tokens.add(new Token(Kind.WORD, sql.substring(at, end).toUpperCase(Locale.ROOT), at, end));
    at = end;
  }

  private int endOfNumber() {
    int end = skipWhile(at, Character::isDigit);
    if (end < sql.length() && sql.charAt(end) == '.') {
      end = skipWhile(end + 1, Character::isDigit);
    }
    int exponent = end;
    if (exponent < sql.length() && Character.toLowerCase(sql.charAt(exponent)) == 'e') {
      exponent++;
      if (exponent < sql.length() && "+-".indexOf(sql.charAt(exponent)) >= 0) {
        exponent++;
      }
      if (isDigit(exponent)) {
        return skipWhile(exponent, Character::isDigit);
      }
    }
    return end;
  }

  private boolean afterOperand() {
    return !tokens.isEmpty() && tokens.get(tokens.size() - 1).isIdentifier();
  }

  private boolean isPair() {
    return at + 1 < sql.length() && PAIRS.contains(sql.substring(at, at + 2));
  }

  private boolean isDigit(int index) {
    return index < sql.length() && Character.isDigit(sql.charAt(index));
  }

  private interface CharacterTest {
    boolean test(char c);
  }

  private int skipWhile(int from, CharacterTest test) {
    int end = from;
    while (end < sql.length() && test.test(sql.charAt(end))) {
      end++;
    }
    return end;
  }

  private void add(Kind kind, int end) {
    tokens.add(new Token(kind, sql.substring(at, end), at, end));
    at = end;
  }
}
