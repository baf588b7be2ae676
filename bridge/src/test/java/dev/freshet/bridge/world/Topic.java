package dev.freshet.bridge.world;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads a topic as a consumer of its owner would. */
public final class Topic {
  private static final Duration HELD_BACK = Duration.ofSeconds(2);

  private final World world;
  private final String name;

  public Topic(World world, String name) {
    this.world = world;
    this.name = name;
  }

  /** All committed records as text, partition by partition in order. */
  public List<Seen> committed() {
    return records().stream().map(Topic::seen).toList();
  }

  /**
   * All committed records as they are, partition by partition in order. A commit is acknowledged
   * before its markers stand in the partitions (KIP-98), so reading goes on to what was written
   * when it began; what a transaction holds back for longer is not committed.
   */
  public List<ConsumerRecord<byte[], byte[]>> records() {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    Map<TopicPartition, Long> ends = ends();
    try (KafkaConsumer<byte[], byte[]> consumer = consumer("read_committed")) {
      consumer.seekToBeginning(assigned(consumer));
      long patience = System.nanoTime() + HELD_BACK.toNanos();
      while (ends.keySet().stream().anyMatch(p -> consumer.position(p) < ends.get(p))
          && System.nanoTime() < patience) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
          records.add(record);
          patience = System.nanoTime() + HELD_BACK.toNanos();
        }
      }
    }
    return records;
  }

  private Map<TopicPartition, Long> ends() {
    try (KafkaConsumer<byte[], byte[]> consumer = consumer("read_uncommitted")) {
      return consumer.endOffsets(assigned(consumer));
    }
  }

  /** How many offsets are taken, open transactions and markers included. */
  public long written() {
    return ends().values().stream().mapToLong(Long::longValue).sum();
  }

  private List<TopicPartition> assigned(KafkaConsumer<byte[], byte[]> consumer) {
    List<TopicPartition> partitions =
        consumer.partitionsFor(name).stream()
            .map(p -> new TopicPartition(name, p.partition()))
            .toList();
    consumer.assign(partitions);
    return partitions;
  }

  private KafkaConsumer<byte[], byte[]> consumer(String isolation) {
    return new KafkaConsumer<>(
        Map.of("bootstrap.servers", world.kafka().bootstrapServers(), "isolation.level", isolation),
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer());
  }

  private static Seen seen(ConsumerRecord<byte[], byte[]> record) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (Header header : record.headers()) {
      headers.put(header.key(), text(header.value()));
    }
    String value = record.value() == null ? null : text(record.value());
    return new Seen(record.partition(), record.offset(), text(record.key()), value, headers);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
