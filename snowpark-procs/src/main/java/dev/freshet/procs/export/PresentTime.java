package dev.freshet.procs.export;

import dev.freshet.procs.warehouse.Warehouse;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;

/** The time as of which a source is read beside its stream. */
final class PresentTime {
  private static final BigInteger NANOS_PER_MILLI = BigInteger.valueOf(1_000_000);

  private final Warehouse warehouse;
  private final SourceStream stream;

  PresentTime(Warehouse warehouse, SourceStream stream) {
    this.warehouse = warehouse;
    this.stream = stream;
  }

  /**
   * The present, whole milliseconds as CHANGES has them (sql-reference/constructs/changes).
   *
   * @return an ISO 8601 text with an offset; empty if it is not past what the stream has told,
   *     which a millisecond cures
   */
  Optional<String> afterOffset() {
    String now =
        warehouse
            .rows("SELECT TO_VARCHAR(SYSDATE(), 'YYYY-MM-DD\"T\"HH24:MI:SS.FF3\"Z\"')")
            .get(0)
            .text(0);
    BigInteger nanos =
        BigInteger.valueOf(Instant.parse(now).toEpochMilli()).multiply(NANOS_PER_MILLI);
    return nanos.compareTo(new BigInteger(stream.version())) < 0
        ? Optional.empty()
        : Optional.of(now.replace("Z", "+00:00"));
  }
}
