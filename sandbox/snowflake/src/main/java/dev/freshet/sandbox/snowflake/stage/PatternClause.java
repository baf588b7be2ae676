package dev.freshet.sandbox.snowflake.stage;

import dev.freshet.sandbox.snowflake.sql.TokenReader;
import java.util.regex.Pattern;

/** {@code [PATTERN = '<regular expression>']}; without it everything matches. */
final class PatternClause {

  private static final Pattern ALL = Pattern.compile(".*", Pattern.DOTALL);

  private PatternClause() {}

  static Pattern read(TokenReader reader) {
    if (!reader.accept("PATTERN")) {
      return ALL;
    }
    reader.expectSymbol("=");
    return Pattern.compile(reader.string());
  }
}
