package dev.freshet.bridge.config;

import java.util.Set;

/** Kafka client properties that the guarantees hang on; a file cannot change them. */
final class ProtectedProperties {
  private static final Set<String> KEYS =
      Set.of(
          "acks",
          "bootstrap.servers",
          "enable.idempotence",
          "transactional.id",
          "isolation.level",
          "group.id",
          "group.instance.id",
          "group.protocol",
          "enable.auto.commit",
          "partitioner.class",
          "partition.assignment.strategy",
          "key.serializer",
          "value.serializer",
          "key.deserializer",
          "value.deserializer");

  private ProtectedProperties() {}

  static boolean contains(String key) {
    return KEYS.contains(key);
  }
}
