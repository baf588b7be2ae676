package dev.freshet.procs.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freshet.contract.type.SnowflakeType;
import org.junit.jupiter.api.Test;

class EventTimeTextTest {

  @Test
  void daysBecomeADate() {
    assertThat(EventTimeText.of(new SnowflakeType.Date(), "-1")).isEqualTo("1969-12-31");
  }

  @Test
  void nanosecondsBeforeTheEpochKeepTheirFraction() {
    assertThat(EventTimeText.of(new SnowflakeType.TimestampNtz(9), "-1"))
        .isEqualTo("1969-12-31T23:59:59.999999999Z");
  }

  @Test
  void nanosecondsBeyond64BitsAreRead() {
    assertThat(EventTimeText.of(new SnowflakeType.TimestampLtz(9), "253402300799000000001"))
        .isEqualTo("9999-12-31T23:59:59.000000001Z");
  }
}
