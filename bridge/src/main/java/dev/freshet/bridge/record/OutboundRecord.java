package dev.freshet.bridge.record;

import dev.freshet.bridge.fact.Fact;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A record about to be sent; what all records of a change set share is in its {@link Envelope}.
 *
 * @param part where it comes from, as an index into the manifest's parts
 * @param row its row there, from 0
 * @param op upsert or delete
 * @param key the record's key
 * @param subject the key text, UTF-8; the same array if that is the key
 * @param value the value, or null for a tombstone
 * @param id the CloudEvents id
 * @param eventTime RFC 3339, or null
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody; a list of bytes would cost too much
public record OutboundRecord(
    int part,
    long row,
    Fact.Op op,
    byte[] key,
    byte[] subject,
    byte @Nullable [] value,
    byte[] id,
    byte @Nullable [] eventTime) {

  /** What an object of this shape costs beside its bytes; an estimate for bounding memory. */
  private static final int OVERHEAD_BYTES = 160;

  static OutboundRecord of(Fact fact, byte[] id) {
    String time = fact.eventTime();
    return new OutboundRecord(
        fact.part(),
        fact.row(),
        fact.op(),
        fact.recordKey(),
        fact.key(),
        fact.value(),
        id,
        time == null ? null : time.getBytes(StandardCharsets.UTF_8));
  }

  /** About the memory it holds. */
  public int bytes() {
    int keys = key.length + (subject == key ? 0 : subject.length);
    return OVERHEAD_BYTES + keys + (value == null ? 0 : value.length);
  }
}
