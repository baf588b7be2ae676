/**
 * Talking SQL to Snowflake: connections, scripts, results. Start with {@link
 * dev.freshet.cli.sql.SqlScript}.
 */
@NullMarked
package dev.freshet.cli.sql;

import org.jspecify.annotations.NullMarked;
