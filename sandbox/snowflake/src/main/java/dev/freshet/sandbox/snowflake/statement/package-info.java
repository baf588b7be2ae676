/** Statements about the session itself, and queries. */
package dev.freshet.sandbox.snowflake.statement;
