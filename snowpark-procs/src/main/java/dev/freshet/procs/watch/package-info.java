/**
 * Sees long before that a stream begins to lose changes, also of contracts whose task does not run.
 * Start with {@link dev.freshet.procs.watch.StreamWatch}; docs/how-to-recover-a-stale-stream.md is
 * the operator's page.
 */
@NullMarked
package dev.freshet.procs.watch;

import org.jspecify.annotations.NullMarked;
