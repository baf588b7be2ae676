package dev.freshet.sandbox.snowflake.engine;

import dev.freshet.sandbox.snowflake.sql.Lexer;
import dev.freshet.sandbox.snowflake.sql.Token;
import dev.freshet.sandbox.snowflake.sql.Token.Kind;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts bind variables into a statement's tokens, as the literals they stand for. */
final class Binds {

  private static final BigInteger NANOS = BigInteger.valueOf(1_000_000_000);

  /** Rows of a batch that go into one INSERT. */
  private static final int ROWS_AT_ONCE = 2_000;

  private Binds() {}

  /** The statements to run: one, or several if the binds are those of a batch. */
  static List<TokenReader> place(StatementRequest request) {
    List<Token> tokens = Lexer.tokens(request.sql());
    int rows =
        request.binds().stream()
            .filter(Bind::batch)
            .mapToInt(bind -> bind.values().size())
            .max()
            .orElse(1);
    int open = rows > 1 ? valuesRow(tokens) : -1;
    List<TokenReader> statements = new ArrayList<>();
    if (open >= 0) {
      for (int from = 0; from < rows; from += ROWS_AT_ONCE) {
        int to = Math.min(rows, from + ROWS_AT_ONCE);
        statements.add(new TokenReader(request.sql(), manyRows(request, tokens, open, from, to)));
      }
    } else {
      for (int row = 0; row < rows; row++) {
        List<Token> placed = new ArrayList<>();
        new Placer(request, row).place(tokens, placed);
        statements.add(new TokenReader(request.sql(), List.copyOf(placed)));
      }
    }
    return statements;
  }

  /** Index of the bracket of the only row of {@code INSERT … VALUES (…)}; -1 if it is none. */
  private static int valuesRow(List<Token> tokens) {
    if (!tokens.get(0).isWord("INSERT")) {
      return -1;
    }
    for (int i = 0; i < tokens.size() - 1; i++) {
      if (tokens.get(i).isWord("VALUES") && tokens.get(i + 1).isSymbol("(")) {
        TokenReader reader = new TokenReader("", tokens);
        reader.reset(i + 1);
        boolean last = reader.peek(reader.aheadToClose() + 1).kind() == Kind.END;
        return last ? i + 1 : -1;
      }
    }
    return -1;
  }

  private static List<Token> manyRows(
      StatementRequest request, List<Token> tokens, int open, int from, int to) {
    List<Token> placed = new ArrayList<>(tokens.subList(0, open));
    List<Token> row = tokens.subList(open, tokens.size() - 1);
    Token end = tokens.get(tokens.size() - 1);
    for (int i = from; i < to; i++) {
      if (i > from) {
        placed.add(new Token(Kind.SYMBOL, ",", end.start(), end.end()));
      }
      new Placer(request, i).place(row, placed);
    }
    placed.add(end);
    return placed;
  }

  private static final class Placer {
    private final StatementRequest request;
    private final int row;
    private int next;

    Placer(StatementRequest request, int row) {
      this.request = request;
      this.row = row;
    }

    void place(List<Token> tokens, List<Token> into) {
      for (Token token : tokens) {
        if (token.kind() == Kind.PARAMETER) {
          value(token, into);
        } else {
          into.add(token);
        }
      }
    }

    private void value(Token at, List<Token> into) {
      if (next >= request.binds().size()) {
        if (!request.describeOnly()) {
          throw new SnowflakeException(
              "002049", "42601", "SQL compilation error:\nBind variable ? not set.");
        }
        add(into, at, Kind.WORD, "NULL");
        return;
      }
      Bind bind = request.binds().get(next++);
      String value = bind.values().get(bind.batch() ? row : 0);
      if (value == null) {
        add(into, at, Kind.WORD, "NULL");
      } else {
        literal(bind.type(), value, at, into);
      }
    }

    private static void literal(String type, String value, Token at, List<Token> into) {
      switch (type) {
        case "FIXED", "REAL" -> number(value, at, into);
        case "BOOLEAN" -> add(into, at, Kind.WORD, isTrue(value) ? "TRUE" : "FALSE");
        case "DATE" -> cast(day(value), "DATE", at, into);
        case "TIME" -> cast(time(value), "TIME", at, into);
        case "TIMESTAMP_NTZ" -> cast(timestamp(value), "TIMESTAMP_NTZ", at, into);
        case "TIMESTAMP_LTZ" -> cast(timestamp(value) + "Z", "TIMESTAMP_LTZ", at, into);
        case "TIMESTAMP_TZ" -> cast(zoned(value), "TIMESTAMP_TZ", at, into);
        case "BINARY" -> cast(value, "BINARY", at, into);
        default -> add(into, at, Kind.STRING, value);
      }
    }

    private static void number(String value, Token at, List<Token> into) {
      boolean negative = value.startsWith("-");
      if (negative) {
        add(into, at, Kind.SYMBOL, "(");
        add(into, at, Kind.SYMBOL, "-");
      }
      add(into, at, Kind.NUMBER, negative ? value.substring(1) : value);
      if (negative) {
        add(into, at, Kind.SYMBOL, ")");
      }
    }

    private static void cast(String text, String type, Token at, List<Token> into) {
      add(into, at, Kind.STRING, text);
      add(into, at, Kind.SYMBOL, "::");
      add(into, at, Kind.WORD, type);
    }

    private static boolean isTrue(String value) {
      return value.equals("1") || value.equalsIgnoreCase("true");
    }

    private static String day(String millis) {
      long days = Math.floorDiv(Long.parseLong(millis), 86_400_000L);
      return LocalDate.ofEpochDay(days).toString();
    }

    private static String time(String nanos) {
      return LocalTime.ofNanoOfDay(Long.parseLong(nanos)).toString();
    }

    private static String timestamp(String nanos) {
      return LocalDateTime.ofInstant(instant(nanos), ZoneOffset.UTC).toString();
    }

    /** Of the instant and, behind a blank, the offset in minutes from -1440 on. */
    private static String zoned(String value) {
      String[] parts = value.split(" ");
      int minutes = parts.length < 2 ? 0 : Integer.parseInt(parts[1]) - 1440;
      return instant(parts[0]).atOffset(ZoneOffset.ofTotalSeconds(minutes * 60)).toString();
    }

    private static Instant instant(String nanos) {
      BigInteger[] parts = new BigInteger(nanos).divideAndRemainder(NANOS);
      return Instant.ofEpochSecond(parts[0].longValue(), parts[1].longValue());
    }

    private static void add(List<Token> into, Token at, Kind kind, @Nullable String text) {
      into.add(new Token(kind, String.valueOf(text), at.start(), at.end()));
    }
  }
}
