package dev.freshet.sandbox.snowflake.time;

import dev.freshet.sandbox.snowflake.sql.UnsupportedSql;
import dev.freshet.sandbox.snowflake.time.TimeElement.Kind;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads timestamps of a given format. */
public final class FormattedText {

  private static final List<String> MONTHS =
      List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");

  private final Pattern pattern;
  private final List<TimeElement> fields;

  private FormattedText(Pattern pattern, List<TimeElement> fields) {
    this.pattern = pattern;
    this.fields = fields;
  }

  public static FormattedText of(String format) {
    StringBuilder pattern = new StringBuilder();
    List<TimeElement> elements = TimeElement.of(format);
    elements.forEach(element -> pattern.append(pattern(element)));
    return new FormattedText(
        Pattern.compile(pattern.toString(), Pattern.CASE_INSENSITIVE),
        elements.stream().filter(element -> element.kind() != Kind.LITERAL).toList());
  }

  private static String pattern(TimeElement element) {
    return switch (element.kind()) {
      case YEAR -> "(\\d{4})";
      case MONTH, DAY, HOUR, HALF_DAY_HOUR, MINUTE, SECOND -> "(\\d{1,2})";
      case SHORT_YEAR, ZONE_MINUTE -> "(\\d{2})";
      case SHORT_MONTH_NAME -> "([a-z]{3})";
      case FRACTION -> "(\\d{0," + element.text() + "})";
      case AM, PM -> "(am|pm)";
      case ZONE_HOUR -> "([+-]\\d{2})";
      case MONTH_NAME, DAY_NAME -> throw new UnsupportedSql("reading text with " + element.text());
      case LITERAL -> Pattern.quote(element.text());
    };
  }

  /** Reads text; empty if it is not of the format. What the format leaves out is 1970-01-01T00:00. */
  public Optional<Written> read(String text) {
    Matcher found = pattern.matcher(text);
    if (!found.matches()) {
      return Optional.empty();
    }
    Map<Kind, String> values = new EnumMap<>(Kind.class);
    for (int i = 0; i < fields.size(); i++) {
      values.put(fields.get(i).kind(), found.group(i + 1));
    }
    try {
      LocalDateTime clock =
          LocalDateTime.of(
              year(values),
              month(values),
              number(values, Kind.DAY, 1),
              hour(values),
              number(values, Kind.MINUTE, 0),
              number(values, Kind.SECOND, 0),
              TimeText.nanos(values.get(Kind.FRACTION)));
      return Optional.of(new Written(clock, offset(values)));
    } catch (DateTimeException e) {
      return Optional.empty(); // the 30th of February and its like
    }
  }

  private static int number(Map<Kind, String> values, Kind kind, int otherwise) {
    String digits = values.get(kind);
    return digits == null ? otherwise : Integer.parseInt(digits);
  }

  /** Of two digits: from 1970 on, Snowflake's default of TWO_DIGIT_CENTURY_START. */
  private static int year(Map<Kind, String> values) {
    int twoDigits = number(values, Kind.SHORT_YEAR, 70);
    return number(values, Kind.YEAR, twoDigits < 70 ? 2000 + twoDigits : 1900 + twoDigits);
  }

  private static int month(Map<Kind, String> values) {
    String name = values.get(Kind.SHORT_MONTH_NAME);
    return name == null
        ? number(values, Kind.MONTH, 1)
        : MONTHS.indexOf(name.toUpperCase(java.util.Locale.ROOT)) + 1;
  }

  private static int hour(Map<Kind, String> values) {
    if (!values.containsKey(Kind.HALF_DAY_HOUR)) {
      return number(values, Kind.HOUR, 0);
    }
    String half = values.getOrDefault(Kind.AM, values.getOrDefault(Kind.PM, "am"));
    return number(values, Kind.HALF_DAY_HOUR, 0) % 12 + (half.equalsIgnoreCase("pm") ? 12 : 0);
  }

  private static Optional<ZoneOffset> offset(Map<Kind, String> values) {
    String hour = values.get(Kind.ZONE_HOUR);
    return hour == null
        ? Optional.empty()
        : TimeText.offset(hour + values.getOrDefault(Kind.ZONE_MINUTE, "00"));
  }
}
