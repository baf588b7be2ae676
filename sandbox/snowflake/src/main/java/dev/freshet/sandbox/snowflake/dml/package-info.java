/**
 * INSERT, UPDATE, DELETE, MERGE, TRUNCATE. Each handler reads one kind of statement and writes
 * DuckDB's; all changes go through {@link dev.freshet.sandbox.snowflake.dml.TableChange}, which
 * records them for streams.
 */
package dev.freshet.sandbox.snowflake.dml;
