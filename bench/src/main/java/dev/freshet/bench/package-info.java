/** Measurements; see bench/README.md for the commands. */
@NullMarked
package dev.freshet.bench;

import org.jspecify.annotations.NullMarked;
