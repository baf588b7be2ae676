package dev.freshet.cli.contract;

import dev.freshet.contract.ContractId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code freshet contract cancel CONTRACT REQUEST --reason …}. */
@Command(
    name = "cancel",
    mixinStandardHelpOptions = true,
    description =
        "Ends a snapshot or rebaseline that was asked for; what was published of it stays.")
final class CancelCommand extends ReasonedCommand {
  @Parameters(index = "1", paramLabel = "REQUEST", description = "Its id, as describe shows it.")
  private String request = "";

  @Override
  Answer act(ContractProcedures procedures, ContractId contract, String reason) {
    return procedures.cancel(contract, request, reason);
  }
}
