/**
 * Points in time, exact to nanoseconds from year 0 to 9999. Start at {@link
 * dev.freshet.sandbox.snowflake.time.Nanos}: how DuckDB holds them; {@link
 * dev.freshet.sandbox.snowflake.time.TimeText} reads them from text.
 */
package dev.freshet.sandbox.snowflake.time;
