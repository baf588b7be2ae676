package dev.freshet.bridge.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.freshet.bridge.world.World;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaLedgerTest {
  private static final Lane LANE = Lane.parse("test.item.v1/0");

  @TempDir Path directory;
  private World world;

  @BeforeEach
  void open() throws Exception {
    world = new World(directory);
  }

  @AfterEach
  void close() {
    world.close();
  }

  private KafkaProducer<byte[], byte[]> producer(String transactionalId) {
    KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers",
                world.kafka().bootstrapServers(),
                "transactional.id",
                transactionalId),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    producer.initTransactions();
    return producer;
  }

  private ProducerRecord<byte[], byte[]> entry(long sequence) {
    Progress progress =
        new Progress(
            sequence,
            "d",
            true,
            0,
            0,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Tally.NOTHING);
    LedgerEntry entry = new LedgerEntry(1, "l", progress, new TopicIdentity("t", 1), List.of());
    return new ProducerRecord<>(world.ledgerTopic(), 0, bytes(LANE.key()), bytes(entry.text()));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void readsPastAbortedEntriesToTheLatestCommittedOne() throws Exception {
    world.founded(1);
    try (KafkaProducer<byte[], byte[]> producer = producer("a");
        KafkaLedger ledger = world.ledger()) {
      for (long sequence = 1; sequence <= 3; sequence++) {
        producer.beginTransaction();
        producer.send(entry(sequence));
        if (sequence == 3) {
          producer.flush();
          producer.abortTransaction();
        } else {
          producer.commitTransaction();
        }
      }
      assertThat(ledger.read(0).entries().get(LANE).progress().sequence()).isEqualTo(2);
    }
  }

  @Test
  void waitsForAnotherProducersOpenTransactionInsteadOfReadingBelowIt() throws Exception {
    world.founded(1);
    try (KafkaProducer<byte[], byte[]> other = producer("other");
        KafkaLedger ledger = world.ledger()) {
      other.beginTransaction();
      other.send(entry(7)).get();
      CompletableFuture<LedgerPage> reading = CompletableFuture.supplyAsync(() -> ledger.read(0));
      assertThat(reading).isNotDone();
      other.commitTransaction();
      assertThat(reading.get().entries().get(LANE).progress().sequence()).isEqualTo(7);
    }
  }

  @Test
  void namesTheTransactionThatIsInTheWay() throws Exception {
    world.founded(1).with("ledger.read-timeout-seconds", "1");
    try (KafkaProducer<byte[], byte[]> other = producer("in-the-way");
        KafkaLedger ledger = world.ledger()) {
      other.beginTransaction();
      other.send(entry(7)).get();
      assertThatThrownBy(() -> ledger.read(0))
          .isInstanceOf(LedgerNotReadyException.class)
          .hasMessageContaining("in-the-way");
      other.abortTransaction();
    }
  }

  @Test
  void foundingTwiceKeepsTheId() throws Exception {
    world.ledgerTopic(3, Map.of("cleanup.policy", "compact"));
    try (KafkaLedger ledger = world.ledger()) {
      Founding founding = new Founding(ledger, UUID::randomUUID);
      Founding.Outcome first = founding.found(false);
      assertThat(first.written()).containsExactly(0, 1, 2);
      Founding.Outcome second = founding.found(false);
      assertThat(second.written()).isEmpty();
      assertThat(second.genesis()).isEqualTo(first.genesis());
      assertThat(founding.verify()).isEqualTo(first.genesis());
    }
  }

  @Test
  void foundingCompletesTheIdThatIsThere() throws Exception {
    world.ledgerTopic(3, Map.of("cleanup.policy", "compact"));
    try (KafkaLedger ledger = world.ledger()) {
      Genesis genesis = new Genesis(1, "the-id", ledger.shape().clusterId(), 3);
      ledger.found(genesis, List.of(1));
      Founding.Outcome outcome = new Founding(ledger, UUID::randomUUID).found(false);
      assertThat(outcome.genesis()).isEqualTo(genesis);
      assertThat(outcome.written()).containsExactly(0, 2);
    }
  }

  @Test
  void aDryRunWritesNothing() throws Exception {
    world.ledgerTopic(2, Map.of("cleanup.policy", "compact"));
    try (KafkaLedger ledger = world.ledger()) {
      assertThat(new Founding(ledger, UUID::randomUUID).found(true).written())
          .containsExactly(0, 1);
      assertThat(ledger.geneses()).isEmpty();
    }
  }

  @Test
  void refusesATopicThatIsNotPurelyCompacted() throws Exception {
    world.ledgerTopic(1, Map.of("cleanup.policy", "compact,delete"));
    try (KafkaLedger ledger = world.ledger()) {
      assertThatThrownBy(() -> new Founding(ledger, UUID::randomUUID).found(false))
          .isInstanceOf(LedgerException.class)
          .hasMessageContaining("purely compacted");
    }
  }

  @Test
  void refusesATopicWithoutGenesisAndTheLedgerOfAnotherCluster() throws Exception {
    world.ledgerTopic(2, Map.of("cleanup.policy", "compact"));
    try (KafkaLedger ledger = world.ledger()) {
      Founding founding = new Founding(ledger, UUID::randomUUID);
      assertThatThrownBy(founding::verify)
          .isInstanceOf(LedgerException.class)
          .hasMessageContaining("init-ledger");
      ledger.found(new Genesis(1, "id", "another-cluster", 2), List.of(0, 1));
      assertThatThrownBy(founding::verify).hasMessageContaining("another Kafka cluster");
    }
  }

  @Test
  void refusesTwoLedgersInOneTopic() throws Exception {
    world.ledgerTopic(2, Map.of("cleanup.policy", "compact"));
    try (KafkaLedger ledger = world.ledger()) {
      String cluster = ledger.shape().clusterId();
      ledger.found(new Genesis(1, "one", cluster, 2), List.of(0));
      ledger.found(new Genesis(1, "two", cluster, 2), List.of(1));
      assertThatThrownBy(() -> new Founding(ledger, UUID::randomUUID).verify())
          .hasMessageContaining("two ledgers");
    }
  }

  @Test
  void refusesALedgerWithAnotherNumberOfPartitions() throws Exception {
    world.ledgerTopic(2, Map.of("cleanup.policy", "compact"));
    try (KafkaLedger ledger = world.ledger()) {
      ledger.found(new Genesis(1, "id", ledger.shape().clusterId(), 1), List.of(0, 1));
      assertThatThrownBy(() -> new Founding(ledger, UUID::randomUUID).verify())
          .hasMessageContaining("its genesis says 1");
    }
  }
}
