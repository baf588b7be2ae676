package dev.freshet.sandbox.snowflake.stream;

import java.time.Clock;
import java.time.Instant;
import java.util.TreeMap;

/**
 * Numbers the changes to tables. Each statement that changes a tracked table takes the next
 * version; a commit publishes the last one taken, with its time.
 *
 * <p>A version for each statement, not for each transaction, so that history is only ever added to:
 * a row inserted and then updated in one transaction has two images, and an append-only stream
 * shows the first. Nobody can read between the two, because offsets and read versions are always
 * published ones. Versions of a transaction that was rolled back went with it; their numbers are
 * not used again. Only the holder of the writer lock takes versions, so they rise in order of
 * commit. Thread-safe.
 */
public final class VersionLog {

  private final Clock clock;
  private final TreeMap<Long, Instant> commits = new TreeMap<>();
  private long last;
  private long committed;

  public VersionLog(Clock clock) {
    this.clock = clock;
    commits.put(0L, clock.instant());
  }

  /** Takes the next version. */
  public synchronized long next() {
    return ++last;
  }

  /** The last version that is committed. */
  public synchronized long committed() {
    return committed;
  }

  /** Publishes everything taken so far. Times never fall behind earlier ones. */
  public synchronized void commit() {
    if (last > committed) {
      committed = last;
      Instant now = clock.instant();
      Instant before = commits.lastEntry().getValue();
      commits.put(last, now.isAfter(before) ? now : before.plusNanos(1));
    }
  }

  /** When a version was committed: with the statements that followed it in its transaction. */
  public synchronized Instant timeOf(long version) {
    var commit = commits.ceilingEntry(version);
    if (commit == null) {
      throw new IllegalArgumentException(
          "version " + version + " is not committed; the last that is, is " + committed);
    }
    return commit.getValue();
  }

  /** The last version committed at or before a time; 0 if none. */
  public synchronized long versionAt(Instant time) {
    long found = 0;
    for (var commit : commits.entrySet()) {
      if (commit.getValue().isAfter(time)) {
        break;
      }
      found = commit.getKey();
    }
    return found;
  }
}
