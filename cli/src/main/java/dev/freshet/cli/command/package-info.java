/**
 * What all commands have in common: how they end and how they print. Knows no command. Start with
 * {@link dev.freshet.cli.command.CommandFailed}.
 */
@NullMarked
package dev.freshet.cli.command;

import org.jspecify.annotations.NullMarked;
