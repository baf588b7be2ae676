package dev.freshet.contract.expression;

import dev.freshet.contract.expression.Token.Kind;
import java.util.List;
import java.util.Set;

/**
 * Reads the grammar by descent, loosest operator first, as Snowflake binds them
 * (sql-reference/operators-logical, operators-arithmetic).
 *
 * <pre>
 * either    = both {OR both}
 * both      = negated {AND negated}
 * negated   = NOT negated | test
 * test      = sum [compared | IS [NOT] NULL | [NOT] (IN | LIKE | BETWEEN) …]
 * sum       = product {(+ | - | ||) product}
 * product   = signed {* signed}
 * signed    = - signed | literal | column | function | CASE … END | ( either )
 * </pre>
 */
final class Parser {
  private static final Set<String> COMPARISONS = Set.of("=", "<>", "!=", "<", "<=", ">", ">=");
  private static final int DEEPEST = 50;

  private final List<Token> tokens;
  private final Set<String> columns;
  private int at;
  private int depth;

  Parser(List<Token> tokens, Set<String> columns) {
    this.tokens = tokens;
    this.columns = columns;
  }

  void parse() {
    if (here().kind() == Kind.END) {
      throw new Refusal("it is empty");
    }
    either();
    if (here().kind() != Kind.END) {
      throw unexpected("the end");
    }
  }

  private void either() {
    if (++depth > DEEPEST) {
      throw new Refusal("it is nested more than " + DEEPEST + " deep");
    }
    do {
      both();
    } while (took("OR"));
    depth--;
  }

  private void both() {
    do {
      negated();
    } while (took("AND"));
  }

  private void negated() {
    while (took("NOT")) {}
    test();
  }

  private void test() {
    sum();
    if (COMPARISONS.contains(here().text()) && here().kind() == Kind.SYMBOL) {
      at++;
      sum();
    } else if (took("IS")) {
      took("NOT");
      expect("NULL");
    } else if (took("NOT")) {
      if (!membership()) {
        throw unexpected("IN, LIKE or BETWEEN");
      }
    } else {
      membership();
    }
  }

  private boolean membership() {
    if (took("IN")) {
      expect("(");
      list();
    } else if (took("LIKE")) {
      sum();
    } else if (took("BETWEEN")) {
      sum();
      expect("AND");
      sum();
    } else {
      return false;
    }
    return true;
  }

  private void sum() {
    do {
      product();
    } while (took("+") || took("-") || took("||"));
  }

  private void product() {
    do {
      signed();
    } while (took("*"));
  }

  private void signed() {
    while (took("-")) {}
    Token token = here();
    if (token.kind() == Kind.TEXT || token.kind() == Kind.NUMBER) {
      at++;
    } else if (took("(")) {
      either();
      expect(")");
    } else if (token.kind() == Kind.WORD) {
      at++;
      word(token.text());
    } else {
      throw unexpected("a column, a value or a function");
    }
  }

  private void word(String word) {
    if (word.equals("CASE")) {
      choice();
    } else if (took("(")) {
      call(word);
    } else if (word.equals("NULL") || word.equals("TRUE") || word.equals("FALSE")) {
      return;
    } else if (Vocabulary.isReserved(word)) {
      throw new Refusal(word + " cannot stand there");
    } else {
      columns.add(word);
    }
  }

  private void call(String name) {
    Vocabulary.Arity arity = Vocabulary.function(name);
    int given = list();
    if (given < arity.least() || given > arity.most()) {
      throw new Refusal(name + " takes " + arity + " arguments, found " + given);
    }
  }

  /** Values up to the closing parenthesis; how many they are. */
  private int list() {
    int values = 0;
    do {
      either();
      values++;
    } while (took(","));
    expect(")");
    return values;
  }

  private void choice() {
    if (!here().is("WHEN")) {
      either();
    }
    expect("WHEN");
    do {
      either();
      expect("THEN");
      either();
    } while (took("WHEN"));
    if (took("ELSE")) {
      either();
    }
    expect("END");
  }

  private Token here() {
    return tokens.get(at);
  }

  private boolean took(String word) {
    boolean found = here().is(word);
    if (found) {
      at++;
    }
    return found;
  }

  private void expect(String word) {
    if (!took(word)) {
      throw unexpected(word);
    }
  }

  private Refusal unexpected(String wanted) {
    String found = here().kind() == Kind.END ? "its end" : "'" + here().text() + "'";
    return new Refusal("expected " + wanted + ", found " + found);
  }
}
