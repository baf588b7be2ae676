/**
 * Proves, from the outside, that what consumers read is what the source holds: a read_committed
 * consumer folds each topic and compares it with the source, row for row and value for value, and
 * counts are held against the change-set log, the manifests and the receipts. None of the code that
 * exports or publishes takes part.
 *
 * <p>Start with {@link dev.freshet.sandbox.check.Check}.
 */
@NullMarked
package dev.freshet.sandbox.check;

import org.jspecify.annotations.NullMarked;
