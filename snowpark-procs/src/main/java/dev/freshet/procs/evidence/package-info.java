/**
 * What the bridge told, read back into the warehouse. Start with {@link
 * dev.freshet.procs.evidence.ReceiptCollection}.
 */
@NullMarked
package dev.freshet.procs.evidence;

import org.jspecify.annotations.NullMarked;
