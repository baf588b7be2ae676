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
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads a topic as a consumer of its owner would. */
public final class Topic {
  private final World world;
  private final String name;

  public Topic(World world, String name) {
    this.world = world;
    this.name = name;
  }

  /** All committed records, partition by partition in order. */
  public List<Seen> committed() {
    List<Seen> seen = new ArrayList<>();
    try (KafkaConsumer<String, String> consumer = consumer("read_committed")) {
      List<TopicPartition> partitions = assigned(consumer);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(100))) {
          seen.add(seen(record));
        }
      }
    }
    return seen;
  }

  /** How many offsets are taken, open transactions and markers included. */
  public long written() {
    try (KafkaConsumer<String, String> consumer = consumer("read_uncommitted")) {
      return consumer.endOffsets(assigned(consumer)).values().stream()
          .mapToLong(Long::longValue)
          .sum();
    }
  }

  private List<TopicPartition> assigned(KafkaConsumer<String, String> consumer) {
    List<TopicPartition> partitions =
        consumer.partitionsFor(name).stream()
            .map(p -> new TopicPartition(name, p.partition()))
            .toList();
    consumer.assign(partitions);
    return partitions;
  }

  private KafkaConsumer<String, String> consumer(String isolation) {
    return new KafkaConsumer<>(
        Map.of("bootstrap.servers", world.kafka().bootstrapServers(), "isolation.level", isolation),
        new StringDeserializer(),
        new StringDeserializer());
  }

  private static Seen seen(ConsumerRecord<String, String> record) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (Header header : record.headers()) {
      headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
    }
    return new Seen(record.partition(), record.offset(), record.key(), record.value(), headers);
  }
}
