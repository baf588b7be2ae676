/**
 * A contract that somebody stopped for a while: no halt, nothing is wrong. Start with {@link
 * dev.freshet.procs.pause.Pauses}.
 */
@NullMarked
package dev.freshet.procs.pause;

import org.jspecify.annotations.NullMarked;
