/**
 * What a source promises as facts. Start with {@link dev.freshet.contract.Contract}; {@code odcs}
 * reads it from a file, {@code type} says how each type travels, {@code manifest} and {@code stage}
 * describe what was shipped.
 */
@NullMarked
package dev.freshet.contract;

import org.jspecify.annotations.NullMarked;
