package dev.freshet.procs.export;

import dev.freshet.contract.type.SnowflakeType;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** An event time as a record shows it (docs/formats.md), from the form in which it is staged. */
final class EventTimeText {
  private static final BigInteger SECOND = BigInteger.valueOf(1_000_000_000L);
  private static final DateTimeFormatter NINE_DIGITS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private EventTimeText() {}

  /**
   * @param staged days or nanoseconds since 1970-01-01
   */
  static String of(SnowflakeType type, String staged) {
    return switch (type.carrier()) {
      case EPOCH_DAY -> LocalDate.ofEpochDay(Long.parseLong(staged)).toString();
      case EPOCH_NANO -> instant(new BigInteger(staged));
      default -> throw new IllegalArgumentException(type + " cannot be an event time");
    };
  }

  private static String instant(BigInteger nanos) {
    BigInteger nano = nanos.mod(SECOND); // never negative
    long second = nanos.subtract(nano).divide(SECOND).longValueExact();
    return NINE_DIGITS.format(Instant.ofEpochSecond(second, nano.longValueExact()));
  }
}
