package dev.freshet.sandbox.snowflake.sql;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How Snowflake's case-sensitive identifiers are kept in DuckDB, which ignores case: one with
 * lower-case letters carries a mark and, in hexadecimal, which of its letters they are. So {@code
 * "a"} and {@code "A"} stay two columns, and a name spelled in the wrong case is refused here as it
 * is in Snowflake.
 */
public final class Identifiers {

  private static final char MARK = '\u0001';
  private static final Pattern MARKED = Pattern.compile(MARK + "[0-9a-f]*");

  private Identifiers() {}

  /** The identifier for DuckDB, quoted. */
  public static String encode(String identifier) {
    return '"' + marked(identifier).replace("\"", "\"\"") + '"';
  }

  /**
   * The identifier for DuckDB exactly as given: for what leaves DuckDB again, as columns of a file.
   */
  public static String verbatim(String identifier) {
    return '"' + identifier.replace("\"", "\"\"") + '"';
  }

  /** The Snowflake identifier of one that DuckDB names, without quotes. */
  public static String decode(String identifier) {
    int mark = identifier.indexOf(MARK);
    return mark < 0 ? identifier : identifier.substring(0, mark);
  }

  /** Takes all marks out of a text that holds encoded identifiers. */
  public static String decodeAll(String text) {
    Matcher marks = MARKED.matcher(text);
    return marks.replaceAll("");
  }

  private static String marked(String identifier) {
    StringBuilder mask = new StringBuilder();
    boolean lower = false;
    int digit = 0;
    for (int i = 0; i < identifier.length(); i++) {
      boolean isLower = identifier.charAt(i) >= 'a' && identifier.charAt(i) <= 'z';
      lower |= isLower;
      digit = digit * 2 + (isLower ? 1 : 0);
      if (i % 4 == 3 || i == identifier.length() - 1) {
        mask.append(Character.forDigit(digit, 16));
        digit = 0;
      }
    }
    return lower ? identifier + MARK + mask : identifier;
  }
}
