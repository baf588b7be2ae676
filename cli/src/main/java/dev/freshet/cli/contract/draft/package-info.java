/**
 * A first contract from a table or view. Start with {@link dev.freshet.cli.contract.draft.Draft}.
 */
@NullMarked
package dev.freshet.cli.contract.draft;

import org.jspecify.annotations.NullMarked;
