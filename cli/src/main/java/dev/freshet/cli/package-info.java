/** The command line. Start with {@link dev.freshet.cli.Freshet}, the root of all commands. */
@NullMarked
package dev.freshet.cli;

import org.jspecify.annotations.NullMarked;
