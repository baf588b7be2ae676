package dev.freshet.bridge.publish;

import dev.freshet.bridge.kafka.KafkaClients;
import dev.freshet.bridge.ledger.LedgerEntry;
import dev.freshet.bridge.record.Envelope;
import dev.freshet.bridge.record.OutboundRecord;
import dev.freshet.contract.stage.Receipt;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/**
 * A transactional producer named {@code <ledger topic>.<partition>}. Record times are those of
 * publication: retention and compaction go by them.
 */
public final class KafkaPublication implements Publication {
  private static final Duration ABORT_AT_ONCE = Duration.ZERO;

  private final Producer<byte[], byte[]> producer;
  private final String ledgerTopic;
  private final int ledgerPartition;

  private KafkaPublication(
      Producer<byte[], byte[]> producer, String ledgerTopic, int ledgerPartition) {
    this.producer = producer;
    this.ledgerTopic = ledgerTopic;
    this.ledgerPartition = ledgerPartition;
  }

  /** Opens publications beside a ledger, with producers of a cluster. */
  public static Publication.Opener opener(
      KafkaClients clients, String ledgerTopic, Duration maxOpen) {
    return partition -> open(clients, ledgerTopic, maxOpen, partition);
  }

  private static Publication open(
      KafkaClients clients, String topic, Duration maxOpen, int partition) {
    String transactionalId = topic + "." + partition;
    Producer<byte[], byte[]> producer = clients.producer(transactionalId, maxOpen);
    try {
      producer.initTransactions();
      return new KafkaPublication(producer, topic, partition);
    } catch (KafkaException e) {
      producer.close(ABORT_AT_ONCE);
      throw new PublicationUnavailableException(
          "The producer " + transactionalId + " could not be opened: " + e.getMessage(), e);
    }
  }

  @Override
  public Outcome publish(Batch batch, Function<List<Receipt.Span>, LedgerEntry> entry) {
    Sendings sendings = new Sendings();
    LedgerEntry written;
    try {
      producer.beginTransaction();
      send(batch, sendings);
      producer.flush();
      requireAll(sendings);
      written = entry.apply(sendings.spans());
      sendEntry(batch, written);
    } catch (KafkaException e) {
      return notCommitted(batch, sendings, e);
    }
    try {
      producer.commitTransaction();
      return new Outcome.Committed(written);
    } catch (KafkaException e) {
      // It may have been committed all the same; the ledger knows.
      return new Outcome.Lost("the commit failed: " + e);
    }
  }

  private void send(Batch batch, Sendings sendings) {
    for (int i = 0; i < batch.records().size() && sendings.failure() == null; i++) {
      OutboundRecord record = batch.records().get(i);
      ProducerRecord<byte[], byte[]> out =
          new ProducerRecord<>(batch.topic(), record.key(), record.value());
      for (Envelope.Header header : batch.envelope().headers(record)) {
        out.headers().add(new RecordHeader(header.name(), header.value()));
      }
      Future<RecordMetadata> unused = producer.send(out, sendings.callback(i));
    }
  }

  private void sendEntry(Batch batch, LedgerEntry entry) {
    Sendings alone = new Sendings();
    Future<RecordMetadata> unused =
        producer.send(
            new ProducerRecord<>(
                ledgerTopic, ledgerPartition, utf8(batch.lane().key()), utf8(entry.text())),
            alone.callback(batch.records().size()));
    producer.flush();
    requireAll(alone);
  }

  private static void requireAll(Sendings sendings) {
    Sendings.Failure failure = sendings.failure();
    if (failure != null) {
      throw new KafkaException("a record was not accepted", failure.cause());
    }
  }

  /** The commit was not asked for, so an abort that succeeds settles it. */
  private Outcome notCommitted(Batch batch, Sendings sendings, KafkaException thrown) {
    Sendings.Failure failure = sendings.failure();
    Throwable cause = failure == null ? thrown : failure.cause();
    Trouble trouble = Trouble.of(cause);
    if (trouble == Trouble.FATAL) {
      return new Outcome.Lost(cause.toString());
    }
    try {
      producer.abortTransaction();
    } catch (KafkaException e) {
      return new Outcome.Lost("the abort failed: " + e + ", after " + cause);
    }
    return trouble == Trouble.TRANSIENT
        ? new Outcome.Transient(cause.toString())
        : new Outcome.Refused(which(batch, failure) + ": " + cause.getMessage());
  }

  private static String which(Batch batch, Sendings.@Nullable Failure failure) {
    if (failure == null || failure.index() >= batch.records().size()) {
      return "the ledger entry was refused";
    }
    OutboundRecord record = batch.records().get(failure.index());
    return "row "
        + record.row()
        + " of part "
        + record.part()
        + " was refused by topic "
        + batch.topic();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    producer.close(ABORT_AT_ONCE);
  }
}
