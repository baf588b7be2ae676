package dev.freshet.sandbox.snowflake.stream;

import dev.freshet.sandbox.snowflake.catalog.ObjectKind;
import dev.freshet.sandbox.snowflake.catalog.SchemaObject;
import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import dev.freshet.sandbox.snowflake.sql.ObjectName;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * A stream: the changes of a table or view since an offset. Identity is the object itself; two
 * streams are never equal. The offset is moved only by the transaction that consumed the stream,
 * after its commit. Thread-safe.
 */
public final class TableStream implements SchemaObject {

  private final ObjectName name;
  private final StreamSource source;
  private final boolean appendOnly;
  private final String owner;
  private final Clock clock;
  private final Instant createdOn;
  private volatile Optional<String> comment = Optional.empty();
  private volatile Position position;
  private volatile Instant freshSince;

  /**
   * Where a stream stands.
   *
   * @param offset the version up to which its changes are consumed
   * @param initialRows whether it shows the rows the table held at the offset instead of changes
   */
  public record Position(long offset, boolean initialRows) {}

  /** A stream created now. */
  public TableStream(
      ObjectName name,
      StreamSource source,
      boolean appendOnly,
      Position position,
      String owner,
      Clock clock) {
    this.name = name;
    this.source = source;
    this.appendOnly = appendOnly;
    this.position = position;
    this.owner = owner;
    this.clock = clock;
    this.createdOn = clock.instant();
    this.freshSince = createdOn;
  }

  @Override
  public ObjectKind kind() {
    return ObjectKind.STREAM;
  }

  @Override
  public ObjectName name() {
    return name;
  }

  @Override
  public Instant createdOn() {
    return createdOn;
  }

  public StreamSource source() {
    return source;
  }

  public boolean isAppendOnly() {
    return appendOnly;
  }

  public String owner() {
    return owner;
  }

  public Optional<String> comment() {
    return comment;
  }

  public void setComment(Optional<String> newComment) {
    comment = newComment;
  }

  public Position position() {
    return position;
  }

  public long offset() {
    return position.offset();
  }

  /**
   * Moves on to a version; never back. One that showed initial rows has shown them and stays where
   * it is: what came since they were taken is yet to be shown.
   */
  public synchronized void advanceTo(long version) {
    long offset = position.offset();
    position = new Position(position.initialRows() ? offset : Math.max(offset, version), false);
    freshSince = clock.instant();
  }

  /** Starts the time to staleness anew: the stream was looked at and had nothing to show. */
  void foundEmpty() {
    if (!isStale()) {
      freshSince = clock.instant();
    }
  }

  /**
   * When the stream goes stale unless it is consumed: the longer of its tables' retention and
   * extension after the last consumption. Source: user-guide/streams-intro, data retention period.
   */
  public Instant staleAfter() {
    return freshSince.plus(source.retention());
  }

  public boolean isStale() {
    return source.broken().isPresent() || clock.instant().isAfter(staleAfter());
  }

  /** Fails if there is nothing left to read from. */
  public void requireReadable() {
    Optional<String> broken = source.broken();
    if (broken.isPresent()) {
      throw unreadable(
          broken.get()
              + ", cannot read from stream '"
              + name
              + "'. What was created anew under that name is another: recreate the stream.");
    }
    if (isStale()) {
      throw unreadable(
          "Stream '"
              + name
              + "' has become stale: it was not consumed before "
              + staleAfter()
              + ". Recreate the stream; the changes in between are lost to it.");
    }
  }

  private static SnowflakeException unreadable(String message) {
    return new SnowflakeException("091901", "55000", "SQL execution error: " + message);
  }

  @Override
  public String toString() {
    return name.toString();
  }
}
