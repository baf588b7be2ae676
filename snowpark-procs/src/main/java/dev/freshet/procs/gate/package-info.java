/**
 * Whether a contract may be registered, and put in force: its file, the versions before it, and the
 * source as it is now. Nothing here writes. Start with {@link dev.freshet.procs.gate.Gate}.
 */
@NullMarked
package dev.freshet.procs.gate;

import org.jspecify.annotations.NullMarked;
