/**
 * The protocol Snowflake's drivers speak: JSON over HTTP. Start with {@code WireServer}, which
 * routes each request to its {@code Endpoint}; {@code QueryRequest} is the one that matters.
 */
package dev.freshet.sandbox.snowflake.wire;
