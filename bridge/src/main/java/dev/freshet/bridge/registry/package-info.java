/**
 * Schemas in a registry with Confluent's API. Start with {@link
 * dev.freshet.bridge.registry.ContractSchemas}, which settles how a contract's records are encoded;
 * {@link dev.freshet.bridge.registry.SchemaRegistry} is what it asks, over HTTP in {@link
 * dev.freshet.bridge.registry.HttpRegistry}.
 */
@NullMarked
package dev.freshet.bridge.registry;

import org.jspecify.annotations.NullMarked;
