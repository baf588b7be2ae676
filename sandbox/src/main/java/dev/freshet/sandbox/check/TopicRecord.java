package dev.freshet.sandbox.check;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * A record as a consumer gets it, with the headers the check relies on (docs/formats.md, "Record").
 *
 * @param value empty for a tombstone
 */
record TopicRecord(
    int partition, long offset, String key, Op op, long changeSet, Optional<byte[]> value) {

  /** What the record does to its key. */
  enum Op {
    UPSERT,
    DELETE
  }

  /** Where the record is, for messages. */
  String place() {
    return partition + "@" + offset;
  }

  Published counted() {
    return op == Op.UPSERT ? new Published(1, 0) : new Published(0, 1);
  }

  /**
   * Reads a record.
   *
   * @throws IllegalArgumentException if a header is missing or has another form
   */
  static TopicRecord of(ConsumerRecord<byte[], byte[]> record) {
    if (record.key() == null) {
      throw new IllegalArgumentException("it has no key");
    }
    return new TopicRecord(
        record.partition(),
        record.offset(),
        new String(record.key(), StandardCharsets.UTF_8),
        op(header(record, "freshet_op")),
        Long.parseLong(header(record, "freshet_change_set")),
        Optional.ofNullable(record.value()));
  }

  private static Op op(String text) {
    return switch (text) {
      case "upsert" -> Op.UPSERT;
      case "delete" -> Op.DELETE;
      default -> throw new IllegalArgumentException("its header freshet_op is '" + text + "'");
    };
  }

  private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    if (header == null || header.value() == null) {
      throw new IllegalArgumentException("it has no header " + name);
    }
    return new String(header.value(), StandardCharsets.UTF_8);
  }
}
