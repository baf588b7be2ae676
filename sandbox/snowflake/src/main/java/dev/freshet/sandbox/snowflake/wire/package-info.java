/**
 * The protocol of Snowflake's drivers: JSON over HTTP. {@link dev.freshet.sandbox.snowflake.wire.WireServer}
 * is the door; each endpoint is a class. Results go out as JSON rows, never as Arrow or in chunks.
 */
package dev.freshet.sandbox.snowflake.wire;
