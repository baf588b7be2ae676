package dev.freshet.sandbox.snowflake.object;

import dev.freshet.sandbox.snowflake.sql.Token;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Reads {@code NAME = value NAME = value …}: each name at most once, unknown names refused. */
public final class OptionReader {

  private final TokenReader reader;
  private final Map<String, Consumer<OptionReader>> known;
  private final Set<String> seen = new HashSet<>();

  public OptionReader(TokenReader reader, Map<String, Consumer<OptionReader>> known) {
    this.reader = reader;
    this.known = known;
  }

  /** Reads options, with or without commas between them, up to where none starts. */
  public void readAll() {
    while (reader.peek().kind() == Token.Kind.WORD && reader.peek(1).isSymbol("=")) {
      readOne();
      reader.acceptSymbol(",");
    }
  }

  private void readOne() {
    String name = reader.peek().text();
    Consumer<OptionReader> option = known.get(name);
    if (option == null) {
      throw reader.unexpected(
          "expected one of the options " + String.join(", ", new TreeSet<>(known.keySet())));
    }
    if (!seen.add(name)) {
      throw reader.unexpected("duplicate option " + name);
    }
    reader.next();
    reader.expectSymbol("=");
    option.accept(this);
  }

  public TokenReader tokens() {
    return reader;
  }

  public boolean bool() {
    return reader.bool();
  }

  public long number() {
    Token token = reader.peek();
    if (token.kind() != Token.Kind.NUMBER || !token.text().chars().allMatch(Character::isDigit)) {
      throw reader.unexpected("expected a whole number");
    }
    reader.next();
    return Long.parseLong(token.text());
  }

  /** A word, or a string that stands for one. */
  public String word() {
    return reader.peek().kind() == Token.Kind.STRING
        ? reader.string().toUpperCase(Locale.ROOT)
        : reader.identifier();
  }

  /** A string; empty for the word NONE. */
  public Optional<String> textOrNone() {
    if (reader.accept("NONE")) {
      return Optional.empty();
    }
    String text = reader.string();
    return text.equalsIgnoreCase("NONE") ? Optional.empty() : Optional.of(text);
  }

  /** A word, number or string, as text. */
  public String literal() {
    Token token = reader.peek();
    return switch (token.kind()) {
      case WORD, NUMBER, STRING -> reader.next().text();
      default -> throw reader.unexpected("expected a value");
    };
  }

  /** Strings in brackets. */
  public List<String> texts() {
    List<String> texts = new ArrayList<>();
    reader.expectSymbol("(");
    while (!reader.acceptSymbol(")")) {
      texts.add(reader.string());
      if (!reader.peek().isSymbol(")")) {
        reader.expectSymbol(",");
      }
    }
    return texts;
  }

  /** Something in brackets that has no effect here. */
  public void skipBrackets() {
    int length = reader.aheadToClose();
    for (int i = 0; i <= length; i++) {
      reader.next();
    }
  }
}
