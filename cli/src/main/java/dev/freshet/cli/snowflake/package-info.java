/**
 * Connections to Snowflake, and statements typed by hand. Start with {@link
 * dev.freshet.cli.snowflake.ConnectionSettings}.
 */
@NullMarked
package dev.freshet.cli.snowflake;

import org.jspecify.annotations.NullMarked;
