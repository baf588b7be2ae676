package dev.freshet.procs.export;

import dev.freshet.procs.warehouse.Warehouse;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;

/** The time as of which a source is read beside its stream. */
final class PresentTime {
  private static final BigInteger NANOS_PER_SECOND = BigInteger.valueOf(1_000_000_000);

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
    BigInteger offset = stream.version().map(BigInteger::new).orElseGet(() -> nanos(now(9)));
    String present = now(3);
    return nanos(present).compareTo(offset) < 0
        ? Optional.empty()
        : Optional.of(present.replace("Z", "+00:00"));
  }

  /** A stream on a view does not tell its offset; whatever it is, it lies before this. */
  private String now(int digits) {
    return warehouse
        .rows("SELECT TO_VARCHAR(SYSDATE(), 'YYYY-MM-DD\"T\"HH24:MI:SS.FF" + digits + "\"Z\"')")
        .get(0)
        .text(0);
  }

  private static BigInteger nanos(String time) {
    Instant instant = Instant.parse(time);
    return BigInteger.valueOf(instant.getEpochSecond())
        .multiply(NANOS_PER_SECOND)
        .add(BigInteger.valueOf(instant.getNano()));
  }
}
