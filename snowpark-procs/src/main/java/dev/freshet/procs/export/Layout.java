package dev.freshet.procs.export;

import dev.freshet.procs.shape.KeySql;

/**
 * How the files of a change set are laid out. The order between files is nowhere promised, nor
 * within those of PARTITION BY (sql-reference/sql/copy-into-location); what a layout says of order
 * is all there is.
 */
sealed interface Layout {

  /** Whether all rows stand in one file, sorted by key and number. */
  default boolean sorted() {
    return false;
  }

  /**
   * The expression of PARTITION BY; empty for none. Folders are numbers, never keys: their names go
   * into Snowflake's logs (the same page).
   */
  default String partition() {
    return "";
  }

  /** Files in no order, rows of every lane in each: no key has two rows. */
  record Mixed() implements Layout {}

  /** One file, sorted by key and number. */
  record Sorted() implements Layout {
    @Override
    public boolean sorted() {
      return true;
    }
  }

  /** A folder for each lane, its files in no order: no key has two rows. */
  record ByLane() implements Layout {
    @Override
    public String partition() {
      return "'lane=' || TO_VARCHAR(\"__lane\")";
    }
  }

  /**
   * A folder for each bucket, its files in no order. The bridge sorts a bucket in memory.
   *
   * @param buckets a multiple of the lanes; bucket modulo lanes is the lane
   */
  record ByBucket(int buckets) implements Layout {
    @Override
    public String partition() {
      return "'bucket=' || TO_VARCHAR(" + KeySql.lane("\"__key\"", buckets) + ")";
    }
  }
}
