/** Commands about contracts. Start with {@link dev.freshet.cli.contract.ContractCommand}. */
@NullMarked
package dev.freshet.cli.contract;

import org.jspecify.annotations.NullMarked;
