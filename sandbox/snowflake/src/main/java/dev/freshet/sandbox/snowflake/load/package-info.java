/**
 * Rows that are in an account from the start, such as Snowflake's sample data: put there in bulk.
 */
package dev.freshet.sandbox.snowflake.load;
