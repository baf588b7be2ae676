package dev.freshet.sandbox.snowflake.time;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;

/**
 * A timestamp as DuckDB holds it: nanoseconds since 0000-01-01T00:00, a UHUGEINT. DuckDB's own
 * TIMESTAMP_NS reaches from 1677 to 2262 only, its TIMESTAMP keeps microseconds. Counted from year
 * 0 no timestamp is negative, so that division rounds down for all of them.
 */
public final class Nanos {

  private static final BigInteger BILLION = BigInteger.valueOf(1_000_000_000);

  /** Seconds from 0000-01-01 to 1970-01-01 in the proleptic Gregorian calendar. */
  public static final long EPOCH_SECOND = 62_167_219_200L;

  private static final BigInteger EPOCH = BigInteger.valueOf(EPOCH_SECOND).multiply(BILLION);

  private Nanos() {}

  public static BigInteger of(Instant instant) {
    return BigInteger.valueOf(instant.getEpochSecond() + EPOCH_SECOND)
        .multiply(BILLION)
        .add(BigInteger.valueOf(instant.getNano()));
  }

  public static Instant instant(BigInteger nanos) {
    BigInteger[] parts = nanos.subtract(EPOCH).divideAndRemainder(BILLION);
    return Instant.ofEpochSecond(parts[0].longValueExact(), parts[1].longValueExact());
  }

  /** Seconds since 1970 with nine decimals, as the wire has them; before 1970 all is negative. */
  public static String wire(BigInteger nanos) {
    return seconds(nanos.subtract(EPOCH));
  }

  /** Seconds since midnight with nine decimals. */
  public static String wireTime(LocalTime time) {
    return seconds(BigInteger.valueOf(time.toNanoOfDay()));
  }

  private static String seconds(BigInteger sinceEpoch) {
    String digits = sinceEpoch.abs().toString();
    String padded = "0".repeat(Math.max(0, 10 - digits.length())) + digits;
    int point = padded.length() - 9;
    return (sinceEpoch.signum() < 0 ? "-" : "")
        + padded.substring(0, point)
        + "."
        + padded.substring(point);
  }

  /** The SQL of a TIMESTAMP_NTZ. */
  public static String ntz(BigInteger nanos) {
    return "CAST(" + nanos + " AS UHUGEINT)";
  }

  /** The SQL of a TIMESTAMP_LTZ. */
  public static String ltz(Instant instant) {
    return "sf_ltz(" + ntz(of(instant)) + ")";
  }

  /** The SQL of a TIMESTAMP_TZ. */
  public static String tz(Instant instant, ZoneOffset offset) {
    return "sf_tz(" + ntz(of(instant)) + ", " + offset.getTotalSeconds() / 60 + ")";
  }
}
