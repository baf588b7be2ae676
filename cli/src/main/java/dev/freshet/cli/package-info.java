/** The front door: all commands. Start with {@link dev.freshet.cli.Freshet}. */
@NullMarked
package dev.freshet.cli;

import org.jspecify.annotations.NullMarked;
