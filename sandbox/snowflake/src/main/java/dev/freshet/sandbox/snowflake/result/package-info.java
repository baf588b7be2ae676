/** Results of earlier statements, read again: {@code TABLE(RESULT_SCAN(…))}. */
package dev.freshet.sandbox.snowflake.result;
