/** Contract files in the making. Start with {@link dev.freshet.contract.draft.Draft}. */
@NullMarked
package dev.freshet.contract.draft;

import org.jspecify.annotations.NullMarked;
