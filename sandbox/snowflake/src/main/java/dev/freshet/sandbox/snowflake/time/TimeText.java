package dev.freshet.sandbox.snowflake.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads timestamps from text. Source: user-guide/date-time-input-output, the ISO formats of AUTO.
 */
public final class TimeText {

  private static final Pattern ISO =
      Pattern.compile(
          "\\s*(\\d{4})-(\\d{1,2})-(\\d{1,2})"
              + "(?:(?:T|\\s+)(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.(\\d*))?)?)?"
              + "\\s*(Z|[+-]\\d{1,2}(?::?\\d{2})?)?\\s*");

  private TimeText() {}

  /** Reads text of format AUTO; empty if it is none. */
  public static Optional<Written> read(String text) {
    Matcher found = ISO.matcher(text);
    if (!found.matches()) {
      return Optional.empty();
    }
    try {
      LocalDate day =
          LocalDate.of(number(found.group(1)), number(found.group(2)), number(found.group(3)));
      LocalTime time =
          LocalTime.of(
              number(found.group(4)),
              number(found.group(5)),
              number(found.group(6)),
              nanos(found.group(7)));
      return Optional.of(new Written(LocalDateTime.of(day, time), offset(found.group(8))));
    } catch (DateTimeException e) {
      return Optional.empty(); // the 30th of February and its like
    }
  }

  private static int number(@Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  /** Digits beyond the ninth are dropped. */
  static int nanos(@Nullable String fraction) {
    return fraction == null ? 0 : Integer.parseInt((fraction + "000000000").substring(0, 9));
  }

  static Optional<ZoneOffset> offset(@Nullable String text) {
    if (text == null) {
      return Optional.empty();
    }
    if (text.equals("Z")) {
      return Optional.of(ZoneOffset.UTC);
    }
    String digits = text.substring(1).replace(":", "");
    int split = digits.length() > 2 ? digits.length() - 2 : digits.length();
    int minutes =
        Integer.parseInt(digits.substring(0, split)) * 60
            + (split == digits.length() ? 0 : Integer.parseInt(digits.substring(split)));
    return Optional.of(ZoneOffset.ofTotalSeconds((text.startsWith("-") ? -60 : 60) * minutes));
  }
}
