package dev.freshet.contract.expression;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A condition or value a contract states over the columns of its source: columns, literals,
 * operators and a few functions that depend on nothing else. No subquery, no user's or system
 * function, nothing of the session, no division: an expression that can fail would stop the export.
 *
 * @param text as the contract has it
 * @param canonical the same without the freedom of spaces and case: equal for equal expressions
 * @param columns the columns it names, in upper case
 */
public record Expression(String text, String canonical, Set<String> columns) {
  private static final int MOST_CHARACTERS = 4_000;

  public Expression {
    columns = Set.copyOf(columns);
  }

  /**
   * Reads an expression.
   *
   * @throws IllegalArgumentException if it says more than the grammar allows
   */
  public static Expression parse(String text) {
    try {
      if (text.length() > MOST_CHARACTERS) {
        throw new Refusal("it has more than " + MOST_CHARACTERS + " characters");
      }
      List<Token> tokens = Token.all(text);
      Set<String> columns = new TreeSet<>();
      new Parser(tokens, columns).parse();
      String canonical = tokens.stream().map(Token::text).collect(Collectors.joining(" "));
      return new Expression(text, canonical.strip(), columns);
    } catch (Refusal refusal) {
      throw new IllegalArgumentException(
          "the expression "
              + text
              + " cannot be used: "
              + refusal.getMessage()
              + "; shape more in a view instead",
          refusal);
    }
  }
}
