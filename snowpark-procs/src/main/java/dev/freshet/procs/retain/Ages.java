package dev.freshet.procs.retain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * How old what must be to go, in days, for one contract.
 *
 * @param now Snowflake's time
 */
record Ages(Instant now, int data, int leftovers, int rejections, int staged) {

  /** The moment before which something is that many days old, as a literal of SQL. */
  String before(int days) {
    return "TO_TIMESTAMP_NTZ('"
        + now.minus(days, ChronoUnit.DAYS).toString().replace("Z", "")
        + "')";
  }

  boolean isLeftover(Instant lastModified) {
    return !lastModified.isAfter(now.minus(leftovers, ChronoUnit.DAYS));
  }
}
