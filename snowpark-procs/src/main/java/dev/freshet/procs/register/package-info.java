/**
 * Makes a contract exist in Snowflake. Start with {@link dev.freshet.procs.register.Registration}.
 */
@NullMarked
package dev.freshet.procs.register;

import org.jspecify.annotations.NullMarked;
