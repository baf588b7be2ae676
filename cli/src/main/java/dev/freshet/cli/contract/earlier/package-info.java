/**
 * Where the earlier versions of a contract come from: a file, git, or the account. Start with {@link
 * dev.freshet.cli.contract.earlier.Against}.
 */
@NullMarked
package dev.freshet.cli.contract.earlier;

import org.jspecify.annotations.NullMarked;
