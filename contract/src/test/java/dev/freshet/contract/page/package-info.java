/** Pages of docs/ that are printed from code. */
@NullMarked
package dev.freshet.contract.page;

import org.jspecify.annotations.NullMarked;
