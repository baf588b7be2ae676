/**
 * What the sandbox works on: the TPC-H tables every Snowflake account has, a shop that starts as a
 * copy of them, and a seeded stream of changes to it.
 *
 * <p>Start with {@link dev.freshet.sandbox.demo.DemoShop}; {@link
 * dev.freshet.sandbox.demo.Workload} says what happens in a round of changes and package {@code
 * change} what each kind does.
 */
@NullMarked
package dev.freshet.sandbox.demo;

import org.jspecify.annotations.NullMarked;
