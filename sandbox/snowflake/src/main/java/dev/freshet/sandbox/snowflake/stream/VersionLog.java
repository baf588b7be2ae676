package dev.freshet.sandbox.snowflake.stream;

import java.time.Clock;
import java.time.Instant;
import java.util.TreeMap;

/**
 * Numbers the changes to tables. Each statement that changes a tracked table takes the next
 * version; a commit publishes the last one taken, with its time. Versions of a transaction that was
 * rolled back are never published. Only the holder of the writer lock takes versions, so they rise
 * in order of commit.
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

  /** When the newest commit at or before a version was made. */
  public synchronized Instant timeOf(long version) {
    return commits.floorEntry(version).getValue();
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
