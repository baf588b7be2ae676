package dev.freshet.bridge.replay;

import dev.freshet.bridge.fact.Fact;
import dev.freshet.bridge.kafka.KafkaClients;
import dev.freshet.bridge.ledger.Lane;
import dev.freshet.bridge.publish.PublicationUnavailableException;
import dev.freshet.bridge.record.Envelope;
import dev.freshet.contract.stage.Receipt;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.header.Header;

/**
 * Reads what a lane of a replay published, committed records only, and holds it against the receipt
 * and the contract. Every reading has a consumer of its own and holds one fetch in memory.
 * Thread-safe.
 */
public final class ReadBack {
  private static final Duration POLL = Duration.ofMillis(200);

  private final KafkaClients clients;

  public ReadBack(KafkaClients clients) {
    this.clients = clients;
  }

  /**
   * Reads and compares.
   *
   * @return how many records were read and decoded; as many as the receipt counts
   * @throws ReadBackException if they are not what was published
   * @throws PublicationUnavailableException if they cannot be read now
   */
  long read(Lane lane, Receipt receipt, RecordCheck check) {
    Map<Integer, Long> counts = new HashMap<>();
    try (Consumer<byte[], byte[]> consumer = clients.committedReader()) {
      consumer.assign(receipt.partitions().stream().map(s -> place(receipt, s)).toList());
      receipt.partitions().forEach(s -> consumer.seek(place(receipt, s), s.firstOffset()));
      long deadline = System.nanoTime() + clients.config().ledgerReadTimeout().toNanos();
      while (!isAtEnd(consumer, receipt)) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
          if (isOf(lane, record) && isInside(receipt, record)) {
            check(record, check);
            counts.merge(record.partition(), 1L, Long::sum);
          }
        }
        requireBefore(deadline, receipt);
      }
    } catch (AuthorizationException e) {
      throw new ReadBackException(
          "the bridge may not read topic " + receipt.topic() + ": " + e.getMessage(), e);
    } catch (KafkaException e) {
      throw new PublicationUnavailableException(
          "Topic " + receipt.topic() + " could not be read back: " + e.getMessage(), e);
    }
    receipt.partitions().forEach(s -> requireAll(receipt, s, counts));
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  private static TopicPartition place(Receipt receipt, Receipt.Span span) {
    return new TopicPartition(receipt.topic(), span.partition());
  }

  /** The position passes markers and others' records too, so it does arrive. */
  private static boolean isAtEnd(Consumer<byte[], byte[]> consumer, Receipt receipt) {
    List<Receipt.Span> spans = receipt.partitions();
    return spans.stream().allMatch(s -> consumer.position(place(receipt, s)) > s.lastOffset());
  }

  /** Other replays write to the same topic. A lane of staging is the whole replay. */
  private static boolean isOf(Lane lane, ConsumerRecord<byte[], byte[]> record) {
    return lane.replay().map(r -> r.text().equals(header(record, Envelope.REPLAY))).orElse(false);
  }

  private static boolean isInside(Receipt receipt, ConsumerRecord<byte[], byte[]> record) {
    return receipt.partitions().stream()
        .anyMatch(s -> s.partition() == record.partition() && record.offset() <= s.lastOffset());
  }

  private static void check(ConsumerRecord<byte[], byte[]> record, RecordCheck check) {
    try {
      Fact.Op op = header(record, Envelope.OP).equals("delete") ? Fact.Op.DELETE : Fact.Op.UPSERT;
      check.accept(op, header(record, Envelope.SUBJECT), record.key(), record.value());
    } catch (ReadBackException e) {
      throw new ReadBackException(
          "the record at offset "
              + record.offset()
              + " of "
              + record.topic()
              + "-"
              + record.partition()
              + " cannot be read by the contract: "
              + e.getMessage(),
          e);
    }
  }

  private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
  }

  private static void requireBefore(long deadline, Receipt receipt) {
    if (System.nanoTime() - deadline > 0) {
      throw new PublicationUnavailableException(
          "Topic "
              + receipt.topic()
              + " could not be read back in time; another producer's open transaction may be in"
              + " the way");
    }
  }

  private static void requireAll(Receipt receipt, Receipt.Span span, Map<Integer, Long> counts) {
    long read = counts.getOrDefault(span.partition(), 0L);
    if (read != span.records()) {
      throw new ReadBackException(
          "%s records were published to %s-%s, offsets %s to %s, but %s are read from there"
              .formatted(
                  span.records(),
                  receipt.topic(),
                  span.partition(),
                  span.firstOffset(),
                  span.lastOffset(),
                  read));
    }
  }
}
