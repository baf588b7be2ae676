/**
 * A contract that stops until someone has looked: why, what is written down, who may let it go on.
 * Start with {@link dev.freshet.procs.halt.HaltReason}; docs/halts.md is the operator's page.
 */
@NullMarked
package dev.freshet.procs.halt;

import org.jspecify.annotations.NullMarked;
