/**
 * Publishes a table of one's own: a CSV file becomes a table, a contract and a topic. Start with
 * {@link dev.freshet.sandbox.load.CsvTable}.
 */
@NullMarked
package dev.freshet.sandbox.load;

import org.jspecify.annotations.NullMarked;
