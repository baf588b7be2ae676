/**
 * SHOW and DESCRIBE. Start with {@link dev.freshet.sandbox.snowflake.show.Show}, of which each
 * listing is a small subclass, also in other packages; {@code ShowClause} reads LIKE, IN, STARTS
 * WITH and LIMIT for all of them.
 */
package dev.freshet.sandbox.snowflake.show;
