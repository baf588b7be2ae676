/**
 * The life of a contract after its registration: a version is staged, put in force, taken back, the
 * contract retired. Start with {@link dev.freshet.procs.lifecycle.Promotion}; {@link
 * dev.freshet.procs.version.History} says which version is in which state, and docs/lifecycle.md
 * tells it to people.
 */
@NullMarked
package dev.freshet.procs.lifecycle;

import org.jspecify.annotations.NullMarked;
