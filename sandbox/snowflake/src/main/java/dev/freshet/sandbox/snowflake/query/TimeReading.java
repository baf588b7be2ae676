package dev.freshet.sandbox.snowflake.query;

import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import dev.freshet.sandbox.snowflake.sql.SqlType.Family;
import dev.freshet.sandbox.snowflake.time.FormattedText;
import dev.freshet.sandbox.snowflake.time.Nanos;
import dev.freshet.sandbox.snowflake.time.TimeText;
import dev.freshet.sandbox.snowflake.time.Written;
import java.math.BigInteger;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Reads timestamps from text, while DuckDB runs or before. Thread-safe. */
final class TimeReading {

  static final String AUTO = "AUTO";

  /** A packed TIMESTAMP_TZ: the instant times this, and the minutes from UTC, from -1440 on. */
  private static final BigInteger OFFSETS = BigInteger.valueOf(4096);

  private static final int MOST_MINUTES = 1440;

  private static final Map<String, FormattedText> FORMATS = new ConcurrentHashMap<>();

  private TimeReading() {}

  static Optional<Written> read(String text, String format) {
    return format.equalsIgnoreCase(AUTO)
        ? TimeText.read(text)
        : FORMATS.computeIfAbsent(format, FormattedText::of).read(text);
  }

  /**
   * The function sf_read_time of DuckDB: (text, family, zone, format, "try" or ""). Nanos of the
   * clock for NTZ, of UTC for LTZ, packed for TZ.
   */
  static @Nullable BigInteger packed(@Nullable Object[] arguments) {
    String text = (String) arguments[0];
    if (text == null) {
      return null;
    }
    Optional<Written> written = read(text, String.valueOf(arguments[3]));
    if (written.isEmpty() && !"try".equals(arguments[4])) {
      throw unrecognized(text);
    }
    ZoneId zone = ZoneId.of(String.valueOf(arguments[2]));
    return written.map(w -> packed(w, String.valueOf(arguments[1]), zone)).orElse(null);
  }

  private static BigInteger packed(Written written, String family, ZoneId zone) {
    Instant instant = written.instant(zone);
    return switch (Family.valueOf(family)) {
      case TIMESTAMP_NTZ -> written.ntz();
      case TIMESTAMP_LTZ -> Nanos.of(instant);
      default ->
          Nanos.of(instant)
              .multiply(OFFSETS)
              .add(
                  BigInteger.valueOf(
                      MOST_MINUTES + written.offset(zone).getTotalSeconds() / 60));
    };
  }

  static SnowflakeException unrecognized(String text) {
    return new SnowflakeException(
        "100035", "22007", "Timestamp '" + text + "' is not recognized");
  }
}
