package dev.freshet.sandbox.snowflake.sql;

/**
 * One token of a Snowflake statement.
 *
 * @param kind what it is
 * @param text its meaning: a word in upper case, a quoted identifier or string without its quotes
 *     and escapes, otherwise as written
 * @param start index of its first character in the statement
 * @param end index after its last character
 */
public record Token(Kind kind, String text, int start, int end) {

  /** The kinds of token. */
  public enum Kind {
    /** An unquoted word: keyword, function or identifier. */
    WORD,
    /** A double-quoted identifier. */
    QUOTED,
    /** A string, single-quoted or between {@code $$}. */
    STRING,
    NUMBER,
    SYMBOL,
    /** {@code @stage/path}, as written. */
    STAGE,
    /** {@code file://…} of PUT and GET, as written. */
    FILE,
    /** {@code ?}. */
    PARAMETER,
    /** {@code $1}: a column by position. */
    POSITION,
    /** The end of the statement. */
    END
  }

  public boolean isWord(String word) {
    return kind == Kind.WORD && text.equals(word);
  }

  public boolean isSymbol(String symbol) {
    return kind == Kind.SYMBOL && text.equals(symbol);
  }

  public boolean isIdentifier() {
    return kind == Kind.WORD || kind == Kind.QUOTED;
  }
}
