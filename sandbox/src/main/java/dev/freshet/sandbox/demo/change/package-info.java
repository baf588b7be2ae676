/**
 * The kinds of changes that the demo makes to its shop, each as the SQL statements it sends. Start
 * with {@link dev.freshet.sandbox.demo.change.Change}.
 */
@NullMarked
package dev.freshet.sandbox.demo.change;

import org.jspecify.annotations.NullMarked;
