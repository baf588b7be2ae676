/**
 * Whether a contract's source is still what the contract was made for. Start with {@link
 * dev.freshet.procs.drift.DriftCheck}.
 */
@NullMarked
package dev.freshet.procs.drift;

import org.jspecify.annotations.NullMarked;
