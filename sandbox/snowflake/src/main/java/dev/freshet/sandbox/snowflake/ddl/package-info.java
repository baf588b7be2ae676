/**
 * CREATE, ALTER and DROP of databases, schemas, tables, views and streams. DDL commits an open
 * transaction and is in force at once. {@link dev.freshet.sandbox.snowflake.ddl.TableStore} keeps
 * the DuckDB tables.
 */
package dev.freshet.sandbox.snowflake.ddl;
