package dev.freshet.sandbox.snowflake.time;

import dev.freshet.sandbox.snowflake.sql.UnsupportedSql;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One element of a format of dates and times. Source: sql-reference/date-time-input-output.
 *
 * @param text the characters of a LITERAL; the digits of a FRACTION ("9"); otherwise as written
 */
public record TimeElement(Kind kind, String text) {

  /** The kinds of elements; longer spellings first, so that HH24 is not read as HH and 24. */
  public enum Kind {
    YEAR("YYYY"),
    SHORT_YEAR("YY"),
    MONTH_NAME("MMMM"),
    SHORT_MONTH_NAME("MON"),
    MONTH("MM"),
    DAY("DD"),
    DAY_NAME("DY"),
    HOUR("HH24"),
    HALF_DAY_HOUR("HH12"),
    MINUTE("MI"),
    SECOND("SS"),
    FRACTION("FF"),
    AM("AM"),
    PM("PM"),
    ZONE_HOUR("TZH"),
    ZONE_MINUTE("TZM"),
    LITERAL("");

    private final String spelling;

    Kind(String spelling) {
      this.spelling = spelling;
    }
  }

  /** The elements of a format. */
  public static List<TimeElement> of(String format) {
    List<TimeElement> elements = new ArrayList<>();
    int at = 0;
    while (at < format.length()) {
      at = read(format, at, elements);
    }
    return List.copyOf(elements);
  }

  private static int read(String format, int at, List<TimeElement> elements) {
    char c = format.charAt(at);
    if (c == '"') {
      int end = format.indexOf('"', at + 1);
      if (end < 0) {
        throw new UnsupportedSql("the format " + format + ": a quote is not closed");
      }
      elements.add(new TimeElement(Kind.LITERAL, format.substring(at + 1, end)));
      return end + 1;
    }
    String rest = format.substring(at).toUpperCase(Locale.ROOT);
    for (Kind kind : Kind.values()) {
      if (kind != Kind.LITERAL && rest.startsWith(kind.spelling)) {
        int end = at + kind.spelling.length();
        boolean counted =
            kind == Kind.FRACTION && end < format.length() && Character.isDigit(format.charAt(end));
        String digits = counted ? format.substring(end, end + 1) : "9";
        elements.add(new TimeElement(kind, kind == Kind.FRACTION ? digits : kind.spelling));
        return counted ? end + 1 : end;
      }
    }
    if (Character.isLetter(c) && c != 'T' && c != 'Z') {
      throw new UnsupportedSql("the element '" + c + "' in the format " + format);
    }
    elements.add(new TimeElement(Kind.LITERAL, String.valueOf(c)));
    return at + 1;
  }
}
