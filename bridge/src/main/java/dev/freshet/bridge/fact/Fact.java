package dev.freshet.bridge.fact;

import org.jspecify.annotations.Nullable;

/**
 * One row of a part, its key and value already written as the record will carry them. The arrays
 * belong to the receiver.
 *
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
    long row,
    Op op,
    byte[] key,
    byte[] recordKey,
    long n,
    byte @Nullable [] value,
    @Nullable String eventTime,
    @Nullable String identity) {

  /** What happened to the key. */
  public enum Op {
    UPSERT,
    DELETE
  }
}
