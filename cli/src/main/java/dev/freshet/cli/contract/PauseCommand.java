package dev.freshet.cli.contract;

import dev.freshet.contract.ContractId;
import picocli.CommandLine.Command;

/** {@code freshet contract pause CONTRACT --reason …}. */
@Command(
    name = "pause",
    mixinStandardHelpOptions = true,
    description = "Stops a contract's export until it is resumed.")
final class PauseCommand extends ReasonedCommand {
  @Override
  Answer act(ContractProcedures procedures, ContractId contract, String reason) {
    return procedures.pause(contract, reason);
  }
}
