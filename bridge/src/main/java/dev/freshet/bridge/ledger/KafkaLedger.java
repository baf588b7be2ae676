package dev.freshet.bridge.ledger;

import dev.freshet.bridge.kafka.KafkaClients;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/** The ledger as a topic. One administrator is shared; every read has a consumer of its own. */
public final class KafkaLedger implements Ledger, AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(50);
  private static final Duration FOUNDING_TIMEOUT = Duration.ofSeconds(30);

  private final KafkaClients clients;
  private final String topic;
  private final Admin admin;
  private final Shape shape;

  /**
   * Looks at the topic.
   *
   * @param topic the ledger's
   * @throws LedgerException if there is no such topic
   * @throws LedgerNotReadyException if Kafka does not answer
   */
  public KafkaLedger(KafkaClients clients, String topic) {
    this.clients = clients;
    this.topic = topic;
    this.admin = clients.admin();
    try {
      this.shape = describe();
    } catch (LedgerException | LedgerNotReadyException e) {
      admin.close(Duration.ZERO);
      throw e;
    }
  }

  private Shape describe() {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    try {
      TopicDescription description =
          only(admin.describeTopics(List.of(topic)).allTopicNames().get());
      String policy =
          only(admin.describeConfigs(List.of(resource)).all().get())
              .get(TopicConfig.CLEANUP_POLICY_CONFIG)
              .value();
      String cluster = admin.describeCluster().clusterId().get();
      return new Shape(topic, cluster, description.partitions().size(), policy);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnknownTopicOrPartitionException) {
        throw new LedgerException(
            "There is no topic "
                + topic
                + " on "
                + clients.config().bootstrapServers()
                + ". Create it (16 partitions, cleanup.policy=compact), then run 'freshet bridge"
                + " init-ledger'.",
            e);
      }
      throw unreachable(e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static <V> V only(Map<?, V> map) {
    return map.values().iterator().next();
  }

  private LedgerNotReadyException unreachable(Exception e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    return new LedgerNotReadyException(
        "Kafka at "
            + clients.config().bootstrapServers()
            + " did not answer about topic "
            + topic
            + ": "
            + cause.getMessage()
            + ". Is kafka.bootstrap-servers right, is it up, may we?",
        e);
  }

  private LedgerNotReadyException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new LedgerNotReadyException("Told to stop while reading " + topic, e);
  }

  @Override
  public Shape shape() {
    return shape;
  }

  @Override
  public int partitionOf(Lane lane) {
    return BuiltInPartitioner.partitionForKey(
        lane.key().getBytes(StandardCharsets.UTF_8), shape.partitions());
  }

  @Override
  public Map<Integer, Genesis> geneses() {
    List<TopicPartition> all =
        IntStream.range(0, shape.partitions()).mapToObj(p -> new TopicPartition(topic, p)).toList();
    Map<Integer, Genesis> found = new HashMap<>();
    try (Consumer<byte[], byte[]> consumer = clients.committedReader()) {
      consumer.assign(all);
      consumer.seekToBeginning(all);
      Map<TopicPartition, Long> ends = highWater(all);
      long deadline = deadline();
      while (!ends.entrySet().stream()
          .allMatch(
              e ->
                  found.containsKey(e.getKey().partition())
                      || consumer.position(e.getKey()) >= e.getValue())) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
          if (Genesis.KEY.equals(text(record.key()))) {
            found.put(record.partition(), genesis(record));
          }
        }
        if (System.nanoTime() - deadline > 0) {
          throw new LedgerNotReadyException("Topic " + topic + " could not be read in time");
        }
      }
      return found;
    } catch (KafkaException e) {
      throw unreachable(e);
    }
  }

  private long deadline() {
    return System.nanoTime() + clients.config().ledgerReadTimeout().toNanos();
  }

  @Override
  public LedgerPage read(int partition) {
    TopicPartition place = new TopicPartition(topic, partition);
    long end = only(highWater(List.of(place)));
    try (Consumer<byte[], byte[]> consumer = clients.committedReader()) {
      consumer.assign(List.of(place));
      consumer.seekToBeginning(List.of(place));
      Map<String, String> latest = new HashMap<>();
      long deadline = deadline();
      // The position passes markers and aborted records too, so it does arrive.
      while (consumer.position(place) < end) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
          if (record.value() == null) {
            latest.remove(text(record.key()));
          } else {
            latest.put(text(record.key()), text(record.value()));
          }
        }
        if (System.nanoTime() - deadline > 0) {
          throw new LedgerNotReadyException(
              "Ledger partition "
                  + place
                  + " could be read up to offset "
                  + consumer.position(place)
                  + " only, its end is "
                  + end
                  + ". "
                  + new OpenTransactions(admin).on(place));
        }
      }
      return page(place, latest);
    } catch (KafkaException e) {
      throw unreachable(e);
    }
  }

  private Map<TopicPartition, Long> highWater(Collection<TopicPartition> places) {
    Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
    places.forEach(p -> latest.put(p, OffsetSpec.latest()));
    try {
      // ListOffsetsOptions default to read_uncommitted: the end any writer has reached.
      Map<TopicPartition, Long> ends = new HashMap<>();
      admin.listOffsets(latest).all().get().forEach((p, end) -> ends.put(p, end.offset()));
      return ends;
    } catch (ExecutionException e) {
      throw unreachable(e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static LedgerPage page(TopicPartition place, Map<String, String> latest) {
    Map<Lane, LedgerEntry> entries = new HashMap<>();
    @Nullable Genesis genesis = null;
    for (Map.Entry<String, String> record : latest.entrySet()) {
      if (record.getKey().equals(Genesis.KEY)) {
        genesis = Genesis.read(place.toString(), record.getValue());
      } else {
        Lane lane = lane(place, record.getKey());
        entries.put(lane, LedgerEntry.read(lane, record.getValue()));
      }
    }
    return new LedgerPage(Optional.ofNullable(genesis), entries);
  }

  private static Lane lane(TopicPartition place, String key) {
    try {
      return Lane.parse(key);
    } catch (IllegalArgumentException e) {
      throw new LedgerException(
          "Ledger partition " + place + " holds a record that is none of ours: " + e.getMessage(),
          e);
    }
  }

  private Genesis genesis(ConsumerRecord<byte[], byte[]> record) {
    String where = topic + "-" + record.partition();
    if (record.value() == null) {
      throw new LedgerException(where + ": the genesis record was deleted; see docs/protocol.md");
    }
    return Genesis.read(where, text(record.value()));
  }

  @Override
  public void found(Genesis genesis, Collection<Integer> partitions) {
    byte[] key = Genesis.KEY.getBytes(StandardCharsets.UTF_8);
    byte[] value = genesis.text().getBytes(StandardCharsets.UTF_8);
    try (Producer<byte[], byte[]> producer =
        clients.producer(topic + "." + Genesis.KEY, FOUNDING_TIMEOUT)) {
      producer.initTransactions();
      Map<Integer, Genesis> already = geneses();
      producer.beginTransaction();
      for (int partition : partitions) {
        if (already.containsKey(partition)) {
          throw new LedgerException(
              "Somebody else founded the ledger on " + topic + " just now; run it again to check");
        }
        Future<RecordMetadata> unused =
            producer.send(new ProducerRecord<>(topic, partition, key, value));
      }
      producer.commitTransaction();
    } catch (KafkaException e) {
      throw new LedgerException(
          "The ledger could not be founded on topic " + topic + ": " + e.getMessage(), e);
    }
  }

  private static String text(byte @Nullable [] bytes) {
    return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    admin.close(Duration.ofSeconds(1));
  }
}
