/**
 * The daemon that publishes change sets to Kafka, each fact exactly once. Start with {@link
 * dev.freshet.bridge.publish.Publisher}, which is docs/protocol.md in code; {@link
 * dev.freshet.bridge.Bridge} puts the parts together.
 */
@NullMarked
package dev.freshet.bridge;

import org.jspecify.annotations.NullMarked;
