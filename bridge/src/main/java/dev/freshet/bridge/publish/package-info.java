/**
 * From manifests to committed records. Start with {@link dev.freshet.bridge.publish.Publisher}: its
 * life is docs/protocol.md. {@link dev.freshet.bridge.publish.Publication} is the transaction, on
 * Kafka in {@link dev.freshet.bridge.publish.KafkaPublication}; {@link
 * dev.freshet.bridge.publish.Ownership} says which publishers are ours.
 */
@NullMarked
package dev.freshet.bridge.publish;

import org.jspecify.annotations.NullMarked;
