package dev.freshet.contract.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word of an expression.
 *
 * @param text as Snowflake reads it: words in upper case
 */
record Token(Kind kind, String text) {
  enum Kind {
    TEXT,
    NUMBER,
    WORD,
    SYMBOL,
    END
  }

  // No quoted identifier, no backslash in a text, no "/" and no comment: "--" is refused below.
  private static final Pattern SHAPE =
      Pattern.compile(
          "\\s+|(?<text>'(?:[^'\\\\]|'')*')|(?<number>\\d{1,38}+(?:\\.\\d{1,37}+)?+)(?![A-Za-z_.])"
              + "|(?<word>[A-Za-z_][A-Za-z0-9_]*+)(?![$.])"
              + "|(?<symbol><=|>=|<>|!=|\\|\\||[()=<>+*,]|-(?!-))");

  /** The tokens of a text, the last one END. */
  static List<Token> all(String text) {
    List<Token> tokens = new ArrayList<>();
    Matcher matcher = SHAPE.matcher(text);
    int at = 0;
    while (at < text.length()) {
      if (!matcher.region(at, text.length()).lookingAt()) {
        throw new Refusal("at '" + start(text, at) + "' is something the grammar does not have");
      }
      at = matcher.end();
      add(tokens, matcher);
    }
    tokens.add(new Token(Kind.END, ""));
    return tokens;
  }

  private static void add(List<Token> tokens, Matcher matcher) {
    if (matcher.group("text") != null) {
      tokens.add(new Token(Kind.TEXT, matcher.group()));
    } else if (matcher.group("number") != null) {
      tokens.add(new Token(Kind.NUMBER, matcher.group()));
    } else if (matcher.group("word") != null) {
      tokens.add(new Token(Kind.WORD, matcher.group().toUpperCase(Locale.ROOT)));
    } else if (matcher.group("symbol") != null) {
      tokens.add(new Token(Kind.SYMBOL, matcher.group()));
    }
  }

  private static String start(String text, int at) {
    return text.substring(at, Math.min(text.length(), at + 12));
  }

  boolean is(String word) {
    return (kind == Kind.WORD || kind == Kind.SYMBOL) && text.equals(word);
  }
}
