/** How the bridge speaks to Kafka: {@link dev.freshet.bridge.kafka.KafkaClients} makes clients. */
@NullMarked
package dev.freshet.bridge.kafka;

import org.jspecify.annotations.NullMarked;
