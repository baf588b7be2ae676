/**
 * A small world for the bridge: real S3, SQS and Kafka, an export that writes change sets with
 * DuckDB, and watchers that judge what arrived. Start with {@link dev.freshet.bridge.world.World}.
 */
@NullMarked
package dev.freshet.bridge.world;

import org.jspecify.annotations.NullMarked;
