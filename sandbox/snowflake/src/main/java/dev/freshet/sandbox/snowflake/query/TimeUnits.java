package dev.freshet.sandbox.snowflake.query;

import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import java.util.Locale;

/** The parts of dates and times. Source: sql-reference/functions-date-time. */
final class TimeUnits {

  private TimeUnits() {}

  /** A part's one name of those Snowflake gives it. */
  static String named(String part) {
    return switch (part.toUpperCase(Locale.ROOT)) {
      case "YEAR", "Y", "YY", "YYY", "YYYY", "YR", "YEARS", "YRS" -> "year";
      case "QUARTER", "Q", "QTR", "QTRS", "QUARTERS" -> "quarter";
      case "MONTH", "MM", "MON", "MONS", "MONTHS" -> "month";
      case "WEEK", "W", "WK", "WEEKOFYEAR", "WOY", "WY", "WEEKISO" -> "week";
      case "DAY", "D", "DD", "DAYS", "DAYOFMONTH" -> "day";
      case "DAYOFWEEK", "WEEKDAY", "DOW", "DW" -> "dow";
      case "DAYOFWEEKISO", "WEEKDAY_ISO", "DOW_ISO", "DW_ISO" -> "isodow";
      case "DAYOFYEAR", "YEARDAY", "DOY", "DY" -> "doy";
      case "HOUR", "H", "HH", "HR", "HOURS", "HRS" -> "hour";
      case "MINUTE", "M", "MI", "MIN", "MINUTES", "MINS" -> "minute";
      case "SECOND", "S", "SEC", "SECONDS", "SECS" -> "second";
      case "MILLISECOND", "MS", "MSEC", "MILLISECONDS" -> "millisecond";
      case "MICROSECOND", "US", "USEC", "MICROSECONDS" -> "microsecond";
      case "NANOSECOND", "NS", "NSEC", "NANOSEC", "NSECOND", "NANOSECONDS" -> "nanosecond";
      case "EPOCH_SECOND", "EPOCH", "EPOCH_SECONDS" -> "epoch_second";
      case "EPOCH_MILLISECOND", "EPOCH_MILLISECONDS" -> "epoch_millisecond";
      case "EPOCH_MICROSECOND", "EPOCH_MICROSECONDS" -> "epoch_microsecond";
      case "EPOCH_NANOSECOND", "EPOCH_NANOSECONDS" -> "epoch_nanosecond";
      default ->
          throw SnowflakeException.compilation(
              "001073", "'" + part + "' is not a valid date/time component");
    };
  }

  static long nanos(String unit) {
    return switch (unit) {
      case "week" -> 7 * 86_400_000_000_000L;
      case "day" -> 86_400_000_000_000L;
      case "hour" -> 3_600_000_000_000L;
      case "minute" -> 60_000_000_000L;
      case "second" -> 1_000_000_000L;
      case "millisecond" -> 1_000_000L;
      case "microsecond" -> 1_000L;
      case "nanosecond" -> 1L;
      default -> 0;
    };
  }

  static int months(String unit) {
    return switch (unit) {
      case "year" -> 12;
      case "quarter" -> 3;
      case "month" -> 1;
      default -> 0;
    };
  }
}
