package dev.freshet.cli.contract;

import dev.freshet.contract.ContractId;
import picocli.CommandLine.Command;

/** {@code freshet contract retire CONTRACT --reason …}. */
@Command(
    name = "retire",
    mixinStandardHelpOptions = true,
    description = "Ends a contract for good: its id is never used again.")
final class RetireCommand extends ReasonedCommand {
  @Override
  Answer act(ContractProcedures procedures, ContractId contract, String reason) {
    return procedures.retire(contract, reason);
  }
}
