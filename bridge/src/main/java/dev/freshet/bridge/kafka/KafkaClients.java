package dev.freshet.bridge.kafka;

import dev.freshet.bridge.config.BridgeConfig;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Makes clients from the configuration. What the guarantees hang on is set last and cannot be
 * changed from outside; the rest is a default that {@code kafka.properties-file} may replace.
 */
public final class KafkaClients {
  /** Memory that a producer may keep for good; every publisher has one. */
  private static final int PRODUCER_BUFFER_BYTES = 8 * 1024 * 1024;

  /** Short, so that a broker that is not there is said soon. */
  private static final int ADMIN_TIMEOUT_MS = 10_000;

  private static final int BATCH_BYTES = 256 * 1024;
  private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(30);

  private final BridgeConfig.Kafka config;

  public KafkaClients(BridgeConfig.Kafka config) {
    this.config = config;
  }

  public BridgeConfig.Kafka config() {
    return config;
  }

  /** An administrator; the caller closes it. */
  public Admin admin() {
    return Admin.create(
        settings(
            Map.of(
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                ADMIN_TIMEOUT_MS,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                ADMIN_TIMEOUT_MS / 2)));
  }

  /** A consumer of nothing yet, which sees only what was committed; the caller closes it. */
  public Consumer<byte[], byte[]> committedReader() {
    Map<String, Object> settings = settings(Map.of());
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    return consumer(settings);
  }

  /** A member of the ownership group, not subscribed yet; the caller closes it. */
  public Consumer<byte[], byte[]> member(BridgeConfig.Group group) {
    Map<String, Object> settings = settings(Map.of());
    settings.put(ConsumerConfig.GROUP_ID_CONFIG, group.id());
    // Every Kafka-compatible platform has the classic protocol; some have no other.
    settings.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, "classic");
    settings.put(
        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
        CooperativeStickyAssignor.class.getName());
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
    int session = Math.toIntExact(group.sessionTimeout().toMillis());
    settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, session);
    settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, session / 3);
    group.instanceId().ifPresent(id -> settings.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, id));
    return consumer(settings);
  }

  /**
   * A transactional producer; the caller closes it.
   *
   * @param transactionalId whoever opens it last owns it
   * @param maxOpen sends not acknowledged in that time fail; the transaction itself lives a little
   *     longer, so that the abort is ours
   */
  public Producer<byte[], byte[]> producer(String transactionalId, Duration maxOpen) {
    int open = Math.toIntExact(maxOpen.toMillis());
    Map<String, Object> settings =
        settings(
            Map.of(
                ProducerConfig.BATCH_SIZE_CONFIG,
                BATCH_BYTES,
                ProducerConfig.LINGER_MS_CONFIG,
                5,
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                "lz4",
                ProducerConfig.BUFFER_MEMORY_CONFIG,
                PRODUCER_BUFFER_BYTES,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                Math.min(open / 2, Math.toIntExact(REQUEST_TIMEOUT.toMillis()))));
    settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, open);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, open);
    settings.put(
        ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
        open + Math.toIntExact(REQUEST_TIMEOUT.toMillis()));
    return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }

  private static Consumer<byte[], byte[]> consumer(Map<String, Object> settings) {
    return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  private Map<String, Object> settings(Map<String, Object> defaults) {
    Map<String, Object> settings = new HashMap<>(defaults);
    settings.putAll(config.properties());
    settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, config.bootstrapServers());
    return settings;
  }
}
