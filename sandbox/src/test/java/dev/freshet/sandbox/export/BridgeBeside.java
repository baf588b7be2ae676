package dev.freshet.sandbox.export;

import dev.freshet.bridge.Bridge;
import dev.freshet.bridge.config.BridgeConfig;
import dev.freshet.bridge.config.ConfigReader;
import dev.freshet.bridge.kafka.KafkaClients;
import dev.freshet.bridge.ledger.Founding;
import dev.freshet.bridge.ledger.KafkaLedger;
import dev.freshet.contract.manifest.Manifest;
import dev.freshet.contract.stage.StageLayout;
import dev.freshet.sandbox.services.EmbeddedKafka;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The other half: a broker, and a bridge on an account's stage whenever a test wants one. */
final class BridgeBeside implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final List<String> LEDGERS = List.of("freshet.ledger", "freshet.replay-ledger");

  private final ExportAccount account;
  private final EmbeddedKafka kafka;
  private final BridgeConfig config;

  BridgeBeside(Path directory, ExportAccount account, Map<String, String> settings)
      throws Exception {
    this.account = account;
    kafka = EmbeddedKafka.start(directory.resolve("kafka"));
    Path secret = directory.resolve("bridge-secret");
    Files.writeString(secret, ExportAccount.STAGE_KEY.secret());
    Map<String, String> all = new TreeMap<>(settings);
    all.putAll(
        Map.of(
            "stage.bucket",
            ExportAccount.BUCKET,
            "stage.prefix",
            "prefix/",
            "stage.region",
            "us-east-1",
            "stage.endpoint",
            account.stageEndpoint().toString(),
            "stage.access-key-id",
            ExportAccount.STAGE_KEY.id(),
            "stage.secret-access-key-file",
            secret.toString(),
            "kafka.bootstrap-servers",
            kafka.bootstrapServers(),
            "sweep.interval-seconds",
            "1"));
    String text =
        all.entrySet().stream()
            .map(e -> e.getKey() + "=" + e.getValue())
            .collect(Collectors.joining("\n"));
    Path file = Files.writeString(directory.resolve("bridge.properties"), text);
    config = ConfigReader.read(Optional.of(file), Map.of());
    for (String topic : LEDGERS) {
      found(topic);
    }
  }

  private void found(String topic) throws Exception {
    kafka.createTopics(
        List.of(new NewTopic(topic, 3, (short) 1).configs(Map.of("cleanup.policy", "compact"))));
    try (KafkaLedger ledger = new KafkaLedger(new KafkaClients(config.kafka()), topic)) {
      new Founding(ledger, UUID::randomUUID).found(false);
    }
  }

  void topicOf(Fact fact) throws Exception {
    kafka.createTopics(List.of(new NewTopic(fact.id().toString(), 2, (short) 1)));
  }

  /** Runs a bridge until all lanes have published the last change set. */
  @SuppressWarnings("try") // a bridge works while it is open
  void publishAll(Fact fact) throws Exception {
    Manifest last = fact.last();
    String folder = StageLayout.receiptFolder(fact.id(), last.sequence());
    try (Bridge bridge = Bridge.start(config, Clock.systemUTC())) {
      Instant deadline = Instant.now().plus(PATIENCE);
      while (account.stage().keys(folder).size() < last.lanes()) {
        if (Instant.now().isAfter(deadline)) {
          throw new AssertionError(
              "after " + PATIENCE + " there are only " + account.stage().keys(folder));
        }
        Thread.sleep(50);
      }
    }
  }

  /** What a read_committed consumer sees, topic partition by topic partition. */
  List<ConsumerRecord<String, String>> records(Fact fact) {
    Map<String, Object> properties =
        Map.of("bootstrap.servers", kafka.bootstrapServers(), "isolation.level", "read_committed");
    List<ConsumerRecord<String, String>> records = new ArrayList<>();
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(properties, new StringDeserializer(), new StringDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(fact.id().toString()).stream()
              .map(p -> new TopicPartition(p.topic(), p.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        consumer.poll(Duration.ofMillis(100)).forEach(records::add);
      }
    }
    return records;
  }

  @Override
  public void close() {
    kafka.close();
  }
}
