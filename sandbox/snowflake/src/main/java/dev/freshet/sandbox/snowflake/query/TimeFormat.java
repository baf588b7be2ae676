package dev.freshet.sandbox.snowflake.query;

import dev.freshet.sandbox.snowflake.sql.SqlType;
import dev.freshet.sandbox.snowflake.sql.SqlType.Family;
import dev.freshet.sandbox.snowflake.sql.UnsupportedSql;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Snowflake's formats of dates and times, in DuckDB's strftime letters. */
final class TimeFormat {

  /** Longer ones first, so that HH24 is not read as HH and 24. */
  private static final Map<String, String> ELEMENTS = new LinkedHashMap<>();

  static {
    ELEMENTS.put("YYYY", "%Y");
    ELEMENTS.put("YY", "%y");
    ELEMENTS.put("MMMM", "%B");
    ELEMENTS.put("MON", "%b");
    ELEMENTS.put("MM", "%m");
    ELEMENTS.put("DD", "%d");
    ELEMENTS.put("DY", "%a");
    ELEMENTS.put("HH24", "%H");
    ELEMENTS.put("HH12", "%I");
    ELEMENTS.put("MI", "%M");
    ELEMENTS.put("SS", "%S");
    ELEMENTS.put("FF9", "%n");
    ELEMENTS.put("FF6", "%f");
    ELEMENTS.put("FF3", "%g");
    ELEMENTS.put("FF", "%n");
    ELEMENTS.put("AM", "%p");
    ELEMENTS.put("PM", "%p");
    ELEMENTS.put("TZHTZM", "+0000");
    ELEMENTS.put("TZH:TZM", "+00:00");
  }

  private static final Pattern FRACTION = Pattern.compile("(?<!%)%[nfg]");
  private static final Map<String, Integer> DIGITS = Map.of("%n", 9, "%f", 6, "%g", 3);

  private TimeFormat() {}

  /**
   * Writes a value of a temporal type as text.
   *
   * @param zone the session's TIMEZONE: offsets are written for UTC only
   */
  static String write(String sql, SqlType type, String format, String zone) {
    boolean zoned = type.family() == Family.TIMESTAMP_LTZ || type.family() == Family.TIMESTAMP_TZ;
    boolean offset = format.toUpperCase(Locale.ROOT).contains("TZH");
    if (offset && !(zoned && zone.equals("UTC"))) {
      throw new UnsupportedSql(
          "writing the offset of a " + type.family() + " in the session's TIMEZONE " + zone);
    }
    String value =
        switch (type.family()) {
          case TIME -> "make_timestamp_ns(epoch_ns(" + sql + "))";
          case TIMESTAMP_LTZ, TIMESTAMP_TZ ->
              "CAST(CAST(" + sql + " AS TIMESTAMP) AS TIMESTAMP_NS)";
          default -> sql;
        };
    return written(value, translate(format));
  }

  /** Fractions are written apart: DuckDB's strftime garbles what stands behind {@code %n}. */
  private static String written(String value, String pattern) {
    List<String> parts = new ArrayList<>();
    Matcher fraction = FRACTION.matcher(pattern);
    int at = 0;
    while (fraction.find()) {
      strftime(value, pattern.substring(at, fraction.start()), parts);
      int digits = DIGITS.getOrDefault(fraction.group(), 9);
      parts.add("left(sf_nanos(epoch_ns(" + value + ")), " + digits + ")");
      at = fraction.end();
    }
    strftime(value, pattern.substring(at), parts);
    return "(" + String.join(" || ", parts) + ")";
  }

  private static void strftime(String value, String pattern, List<String> parts) {
    if (!pattern.isEmpty()) {
      parts.add("strftime(" + value + ", " + Expr.quote(pattern) + ")");
    }
  }

  /** The pattern for strptime and strftime. */
  static String translate(String format) {
    StringBuilder pattern = new StringBuilder();
    int at = 0;
    while (at < format.length()) {
      at = element(format, at, pattern);
    }
    return pattern.toString();
  }

  private static int element(String format, int at, StringBuilder pattern) {
    char c = format.charAt(at);
    if (c == '"') {
      int end = format.indexOf('"', at + 1);
      if (end < 0) {
        throw new UnsupportedSql("the format " + format + ": a quote is not closed");
      }
      pattern.append(format, at + 1, end);
      return end + 1;
    }
    boolean literal = !Character.isLetter(c) || c == 'T' || c == 'Z';
    if (literal && !format.regionMatches(true, at, "TZH", 0, 3)) {
      pattern.append(c == '%' ? "%%" : String.valueOf(c));
      return at + 1;
    }
    String rest = format.substring(at).toUpperCase(Locale.ROOT);
    for (Map.Entry<String, String> entry : ELEMENTS.entrySet()) {
      if (rest.startsWith(entry.getKey())) {
        pattern.append(entry.getValue());
        return at + entry.getKey().length();
      }
    }
    throw new UnsupportedSql("the element '" + c + "' in the format " + format);
  }
}
