/** The commands for contracts. */
@NullMarked
package dev.freshet.cli.contract;

import org.jspecify.annotations.NullMarked;
