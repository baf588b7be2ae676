package dev.freshet.bridge.fact;

import dev.freshet.bridge.stage.PartException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;

/** Writes dates and times as records carry them: ISO 8601, nine digits of a second, UTC. */
final class Iso {
  private static final BigInteger NANOS_PER_SECOND = BigInteger.valueOf(1_000_000_000);
  private static final int LAST_YEAR = 9999;

  private Iso() {}

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
