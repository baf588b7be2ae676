package dev.freshet.bridge.fact;

import org.jspecify.annotations.Nullable;

/**
 * One row of a part, its key and value already written as the record will carry them. The arrays
 * belong to the receiver.
 *
 * @param part the part it stands in, as an index into the manifest's parts
 * @param row its index in the part, from 0
 * @param op upsert or delete
 * @param key the key text, UTF-8
 * @param recordKey the record's key: the key text, or the key's fields in JSON or Avro
 * @param n its place among the rows of its key in the change set, from 1
 * @param value the record's value; null for a tombstone
 * @param eventTime RFC 3339, if the contract has an event time and the row a value
 * @param identity the identity's canonical texts written as a key, of event contracts only
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody; a list of bytes would cost too much
public record Fact(
    int part,
    long row,
    Op op,
    byte[] key,
    byte[] recordKey,
    long n,
    byte @Nullable [] value,
    @Nullable String eventTime,
    @Nullable String identity) {
  /** What an object of this shape costs beside its bytes; an estimate for bounding memory. */
  private static final int OVERHEAD_BYTES = 192;

  /** About the memory it holds. */
  public int bytes() {
    int texts = length(eventTime) + length(identity);
    int keys = key.length + (recordKey == key ? 0 : recordKey.length);
    return OVERHEAD_BYTES + texts + keys + (value == null ? 0 : value.length);
  }

  private static int length(@Nullable String text) {
    return text == null ? 0 : text.length();
  }

  /** What happened to the key. */
  public enum Op {
    UPSERT,
    DELETE
  }
}
