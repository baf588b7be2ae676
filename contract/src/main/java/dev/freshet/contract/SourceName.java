package dev.freshet.contract;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Snowflake object's full name. Only unquoted identifiers are accepted; they are kept in upper
 * case, as Snowflake stores them (docs.snowflake.com, sql-reference/identifiers-syntax).
 */
public record SourceName(String database, String schema, String object) {
  private static final String IDENTIFIER = "([A-Za-z_][A-Za-z0-9_$]{0,254})";
  private static final Pattern SHAPE =
      Pattern.compile(IDENTIFIER + "\\." + IDENTIFIER + "\\." + IDENTIFIER);

  /**
   * Reads a name.
   *
   * @throws IllegalArgumentException if the text is not {@code DATABASE.SCHEMA.NAME}
   */
  public static SourceName parse(String text) {
    Matcher m = SHAPE.matcher(text);
    if (!m.matches()) {
      throw new IllegalArgumentException(
          "a source is named DATABASE.SCHEMA.NAME without quotes, found '" + text + "'");
    }
    return new SourceName(upper(m.group(1)), upper(m.group(2)), upper(m.group(3)));
  }

  private static String upper(String s) {
    return s.toUpperCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return database + "." + schema + "." + object;
  }
}
