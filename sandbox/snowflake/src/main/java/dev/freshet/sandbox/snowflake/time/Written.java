package dev.freshet.sandbox.snowflake.time;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * What a text says of a point in time.
 *
 * @param offset from UTC, if the text has one
 */
public record Written(LocalDateTime clock, Optional<ZoneOffset> offset) {

  /** The clock's time; an offset does not count, as in Snowflake's TIMESTAMP_NTZ. */
  public BigInteger ntz() {
    return Nanos.of(clock.toInstant(ZoneOffset.UTC));
  }

  /** The instant; text without an offset is of the given zone. */
  public Instant instant(ZoneId zone) {
    return offset.map(clock::toInstant).orElseGet(() -> clock.atZone(zone).toInstant());
  }

  /** The offset, in whole minutes. */
  public ZoneOffset offset(ZoneId zone) {
    ZoneOffset exact = offset.orElseGet(() -> zone.getRules().getOffset(instant(zone)));
    return ZoneOffset.ofTotalSeconds(exact.getTotalSeconds() / 60 * 60);
  }
}
