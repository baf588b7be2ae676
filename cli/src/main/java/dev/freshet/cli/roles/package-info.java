/**
 * Who may do what in a deployment, said in one place. Start with {@link
 * dev.freshet.cli.roles.Entitlements}; docs/roles.md prints it, and {@link
 * dev.freshet.cli.roles.GrantCheck} holds it against an account.
 */
@NullMarked
package dev.freshet.cli.roles;

import org.jspecify.annotations.NullMarked;
