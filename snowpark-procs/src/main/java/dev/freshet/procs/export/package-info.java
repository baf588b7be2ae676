/**
 * Moves changes from a stream to the stage, as docs/protocol.md says. Start with {@link
 * dev.freshet.procs.export.ExportRun}.
 */
@NullMarked
package dev.freshet.procs.export;

import org.jspecify.annotations.NullMarked;
