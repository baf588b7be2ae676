package dev.freshet.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.freshet.contract.Json;
import dev.freshet.sandbox.avro.AvroValues;
import dev.freshet.sandbox.avro.UnreadableValueException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * A record as {@code freshet consume} prints it; a value in Avro is decoded and printed as JSON.
 *
 * @param avro decodes values in Avro; empty if no registry is known
 */
record RecordText(Optional<AvroValues> avro) {

  String line(ConsumerRecord<byte[], byte[]> r) {
    return r.partition()
        + "/"
        + r.offset()
        + "  "
        + Instant.ofEpochMilli(r.timestamp())
        + "  "
        + key(r)
        + "  "
        + Optional.ofNullable(value(r)).orElse("(deleted)")
        + "  change set "
        + header(r, "freshet_change_set").orElse("-");
  }

  String json(ConsumerRecord<byte[], byte[]> r) {
    ObjectNode json = Json.STRICT.createObjectNode();
    json.put("partition", r.partition()).put("offset", r.offset());
    json.put("timestamp", Instant.ofEpochMilli(r.timestamp()).toString());
    json.put("key", key(r));
    json.put("value", value(r));
    ObjectNode headers = json.putObject("headers");
    StreamSupport.stream(r.headers().spliterator(), false)
        .forEach(h -> headers.put(h.key(), utf8(h.value())));
    return json.toString();
  }

  /** The key text, however the key itself is written. */
  String key(ConsumerRecord<byte[], byte[]> r) {
    return header(r, "ce_subject").orElseGet(() -> utf8(r.key()));
  }

  private @Nullable String value(ConsumerRecord<byte[], byte[]> r) {
    if (r.value() == null) {
      return null;
    }
    boolean isAvro = header(r, "content-type").filter("application/avro"::equals).isPresent();
    return isAvro ? decoded(r.value()) : utf8(r.value());
  }

  private String decoded(byte[] value) {
    if (avro.isEmpty()) {
      return "(Avro; give --registry to have it decoded)";
    }
    try {
      return avro.get().json(value).toString();
    } catch (UnreadableValueException e) {
      return "(unreadable: " + e.getMessage() + ")";
    }
  }

  private static Optional<String> header(ConsumerRecord<byte[], byte[]> r, String name) {
    return Optional.ofNullable(r.headers().lastHeader(name))
        .map(Header::value)
        .map(RecordText::utf8);
  }

  private static String utf8(byte @Nullable [] bytes) {
    return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
  }
}
