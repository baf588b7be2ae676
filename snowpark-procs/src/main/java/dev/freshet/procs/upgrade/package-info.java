/**
 * Brings contracts that are there to newer procedures. Start with {@link
 * dev.freshet.procs.upgrade.Upgrade}; docs/how-to-upgrade.md is the operator's page.
 */
@NullMarked
package dev.freshet.procs.upgrade;

import org.jspecify.annotations.NullMarked;
