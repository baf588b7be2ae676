/**
 * Looks at stage and ledger beside a running bridge, without disturbing it. Start with {@link
 * dev.freshet.bridge.inspect.Lookout}.
 */
@NullMarked
package dev.freshet.bridge.inspect;

import org.jspecify.annotations.NullMarked;
