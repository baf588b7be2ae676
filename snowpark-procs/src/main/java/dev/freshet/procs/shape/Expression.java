package dev.freshet.procs.shape;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A condition or value a contract states over the columns of its source: columns, literals,
 * operators and a few functions that depend on nothing else. No subquery, no user's or system
 * function, nothing of the session, no division: an expression that can fail would stop the export.
 *
 * @param text as the contract has it
 * @param columns the columns it names, in upper case
 */
public record Expression(String text, Set<String> columns) {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s+|(?<text>'(?:[^'\\\\]|'')*')|(?<number>\\d+(?:\\.\\d+)?)|(?<word>[A-Za-z_][A-Za-z0-9_]*)"
              + "|(?<symbol><=|>=|<>|!=|\\|\\||[()=<>+*,-])");

  private static final Set<String> KEYWORDS =
      Set.of(
          "AND", "OR", "NOT", "IN", "IS", "NULL", "LIKE", "BETWEEN", "TRUE", "FALSE", "CASE",
          "WHEN", "THEN", "ELSE", "END");

  private static final Set<String> FUNCTIONS =
      Set.of(
          "ABS",
          "CEIL",
          "COALESCE",
          "CONCAT",
          "CONTAINS",
          "FLOOR",
          "GREATEST",
          "IFF",
          "LEAST",
          "LEFT",
          "LENGTH",
          "LOWER",
          "LPAD",
          "LTRIM",
          "NULLIF",
          "NVL",
          "REPLACE",
          "RIGHT",
          "ROUND",
          "RPAD",
          "RTRIM",
          "STARTSWITH",
          "SUBSTR",
          "TRIM",
          "UPPER");

  public Expression {
    columns = Set.copyOf(columns);
  }

  /**
   * Reads an expression.
   *
   * @throws IllegalArgumentException if it says more than the grammar allows
   */
  public static Expression parse(String text) {
    Set<String> columns = new TreeSet<>();
    Matcher token = TOKEN.matcher(text);
    int at = 0;
    int depth = 0;
    while (at < text.length()) {
      if (!token.region(at, text.length()).lookingAt()) {
        throw refused(text, "'" + text.charAt(at) + "' has no place in it");
      }
      at = token.end();
      String word = token.group("word");
      if (word != null) {
        word(text, word.toUpperCase(Locale.ROOT), isCall(text, at), columns);
      }
      depth += step(token.group("symbol"));
      if (depth < 0 || (depth == 0 && ",".equals(token.group("symbol")))) {
        throw refused(text, "its parentheses or commas do not match");
      }
    }
    if (depth != 0 || text.isBlank() || text.contains("--")) {
      throw refused(text, depth == 0 ? "it is empty or has a comment" : "a parenthesis is open");
    }
    return new Expression(text, columns);
  }

  private static void word(String text, String word, boolean call, Set<String> columns) {
    if (KEYWORDS.contains(word)) {
      return;
    }
    if (call && !FUNCTIONS.contains(word)) {
      throw refused(text, word + " is none of the functions allowed: " + new TreeSet<>(FUNCTIONS));
    }
    if (!call) {
      columns.add(word);
    }
  }

  private static boolean isCall(String text, int at) {
    return text.substring(at).stripLeading().startsWith("(");
  }

  private static int step(String symbol) {
    if ("(".equals(symbol)) {
      return 1;
    }
    return ")".equals(symbol) ? -1 : 0;
  }

  private static IllegalArgumentException refused(String text, String why) {
    return new IllegalArgumentException(
        "the expression " + text + " cannot be used: " + why + "; shape more in a view instead");
  }
}
