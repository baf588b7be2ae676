/**
 * The SQL that turns a stream's rows into facts, or into violations of a rule. Start with {@link
 * dev.freshet.procs.shape.Shape}.
 */
@NullMarked
package dev.freshet.procs.shape;

import org.jspecify.annotations.NullMarked;
