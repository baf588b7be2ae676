package dev.freshet.sandbox.snowflake.stream;

import dev.freshet.sandbox.snowflake.catalog.ObjectKind;
import dev.freshet.sandbox.snowflake.catalog.SchemaObject;
import dev.freshet.sandbox.snowflake.catalog.Table;
import dev.freshet.sandbox.snowflake.sql.ObjectName;
import java.time.Instant;
import java.util.Optional;

/**
 * A stream: the changes of a table since an offset. Identity is the object itself; two streams are
 * never equal. The offset is changed only by the transaction that consumed the stream, after its
 * commit.
 */
public final class TableStream implements SchemaObject {

  private final ObjectName name;
  private final Table base;
  private final boolean appendOnly;
  private final Optional<String> comment;
  private final Instant createdOn;
  private volatile long offset;
  private volatile boolean initialRows;

  /**
   * A stream that has seen everything up to {@code offset}; with {@code initialRows} its first read
   * gives the rows the table held at that version instead.
   */
  public TableStream(
      ObjectName name,
      Table base,
      boolean appendOnly,
      boolean initialRows,
      Optional<String> comment,
      long offset,
      Instant createdOn) {
    this.name = name;
    this.base = base;
    this.appendOnly = appendOnly;
    this.initialRows = initialRows;
    this.comment = comment;
    this.offset = offset;
    this.createdOn = createdOn;
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

  public Table base() {
    return base;
  }

  public boolean isAppendOnly() {
    return appendOnly;
  }

  public boolean showsInitialRows() {
    return initialRows;
  }

  public Optional<String> comment() {
    return comment;
  }

  public long offset() {
    return offset;
  }

  /** Moves on to a version; never back. */
  public void advanceTo(long version) {
    offset = Math.max(offset, version);
    initialRows = false;
  }

  @Override
  public String toString() {
    return name.toString();
  }
}
