/**
 * Streams: what changed in a table since an offset. Start at {@link
 * dev.freshet.sandbox.snowflake.stream.History}, which keeps what rows looked like, version by
 * version; {@link dev.freshet.sandbox.snowflake.stream.Changes} reads the difference of two
 * versions from it; {@link dev.freshet.sandbox.snowflake.stream.TableStream} holds an offset. When
 * an offset moves is decided by the session's {@code Transaction}.
 */
package dev.freshet.sandbox.snowflake.stream;
