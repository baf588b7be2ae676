package dev.freshet.bridge.fact;

import dev.freshet.bridge.stage.PartException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Dates and times as records carry them: as text ISO 8601, nine digits of a second, UTC; as numbers
 * within the same years, and never rounded.
 */
final class Iso {
  private static final BigInteger NANOS_PER_SECOND = BigInteger.valueOf(1_000_000_000);
  private static final int LAST_YEAR = 9999;

  private static final long NANOS_PER_DAY = 86_400_000_000_000L;
  private static final long NANOS_PER_MICRO = 1_000;
  private static final long FIRST_DAY = LocalDate.of(0, 1, 1).toEpochDay();
  private static final long LAST_DAY = LocalDate.of(LAST_YEAR, 12, 31).toEpochDay();
  private static final long MICROS_PER_DAY = NANOS_PER_DAY / NANOS_PER_MICRO;

  private Iso() {}

  static int epochDay(long epochDay) {
    if (epochDay < FIRST_DAY || epochDay > LAST_DAY) {
      throw new PartException("a date lies outside the years 0 to 9999");
    }
    return (int) epochDay;
  }

  static long microOfDay(long nanoOfDay, String column) {
    if (nanoOfDay < 0 || nanoOfDay >= NANOS_PER_DAY) {
      throw new PartException("a time lies outside the day");
    }
    if (nanoOfDay % NANOS_PER_MICRO != 0) {
      throw tooFine(column, null);
    }
    return nanoOfDay / NANOS_PER_MICRO;
  }

  static long epochMicros(BigDecimal epochNanos, String column) {
    long micros;
    try {
      micros = epochNanos.movePointLeft(3).longValueExact();
    } catch (ArithmeticException e) {
      throw tooFine(column, e);
    }
    if (micros < FIRST_DAY * MICROS_PER_DAY || micros >= (LAST_DAY + 1) * MICROS_PER_DAY) {
      throw new PartException("a timestamp lies outside the years 0 to 9999");
    }
    return micros;
  }

  private static PartException tooFine(String column, @Nullable ArithmeticException cause) {
    String message =
        "column "
            + column
            + " holds a time finer than the microseconds that its type has, or out of range";
    return cause == null ? new PartException(message) : new PartException(message, cause);
  }

  static String date(long epochDay) {
    try {
      LocalDate date = LocalDate.ofEpochDay(epochDay);
      return requireFourDigits(date.getYear(), date.toString());
    } catch (java.time.DateTimeException e) {
      throw new PartException("a date lies outside the years 0 to 9999", e);
    }
  }

  static String time(long nanoOfDay) {
    try {
      LocalTime time = LocalTime.ofNanoOfDay(nanoOfDay);
      StringBuilder text = new StringBuilder(18);
      appendTime(text, time);
      return text.toString();
    } catch (java.time.DateTimeException e) {
      throw new PartException("a time lies outside the day", e);
    }
  }

  static String instant(BigDecimal epochNanos) {
    try {
      BigInteger[] parts = epochNanos.toBigIntegerExact().divideAndRemainder(NANOS_PER_SECOND);
      long seconds = parts[0].longValueExact();
      int nano = parts[1].intValue();
      LocalDateTime moment =
          nano < 0
              ? LocalDateTime.ofEpochSecond(seconds - 1, nano + 1_000_000_000, ZoneOffset.UTC)
              : LocalDateTime.ofEpochSecond(seconds, nano, ZoneOffset.UTC);
      StringBuilder text = new StringBuilder(30).append(moment.toLocalDate()).append('T');
      appendTime(text, moment.toLocalTime());
      return requireFourDigits(moment.getYear(), text.append('Z').toString());
    } catch (ArithmeticException | java.time.DateTimeException e) {
      throw new PartException("a timestamp lies outside the years 0 to 9999", e);
    }
  }

  private static String requireFourDigits(int year, String text) {
    if (year < 0 || year > LAST_YEAR) {
      throw new PartException("a date lies outside the years 0 to 9999");
    }
    return text;
  }

  private static void appendTime(StringBuilder text, LocalTime time) {
    two(text, time.getHour()).append(':');
    two(text, time.getMinute()).append(':');
    two(text, time.getSecond()).append('.');
    String nanos = Integer.toString(time.getNano());
    text.append("000000000", 0, 9 - nanos.length()).append(nanos);
  }

  private static StringBuilder two(StringBuilder text, int number) {
    return text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
  }
}
