/**
 * Which version of a contract is in which state. Start with {@link
 * dev.freshet.procs.version.History}; {@link dev.freshet.procs.version.VersionStates} reads and
 * writes it. What changes a state is in {@link dev.freshet.procs.lifecycle} and {@link
 * dev.freshet.procs.register}.
 */
@NullMarked
package dev.freshet.procs.version;

import org.jspecify.annotations.NullMarked;
