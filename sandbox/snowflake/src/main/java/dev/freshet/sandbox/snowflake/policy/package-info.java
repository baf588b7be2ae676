/**
 * Masking and row access policies, applied wherever a table, a stream or a past of it is read.
 * Start with {@link dev.freshet.sandbox.snowflake.policy.Policies}.
 */
@NullMarked
package dev.freshet.sandbox.snowflake.policy;

import org.jspecify.annotations.NullMarked;
