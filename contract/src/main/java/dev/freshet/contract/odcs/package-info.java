/**
 * Reads contracts from Open Data Contract Standard v3.1 files. Start with {@link
 * dev.freshet.contract.odcs.ContractReader}.
 */
@NullMarked
package dev.freshet.contract.odcs;

import org.jspecify.annotations.NullMarked;
