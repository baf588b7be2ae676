package dev.freshet.cli.contract;

import dev.freshet.contract.ContractId;
import picocli.CommandLine.Command;

/** {@code freshet contract resume CONTRACT --reason …}. */
@Command(
    name = "resume",
    mixinStandardHelpOptions = true,
    description = "Lets a halted or paused contract go on, after looking again.")
final class ResumeCommand extends ReasonedCommand {
  @Override
  Answer act(ContractProcedures procedures, ContractId contract, String reason) {
    return procedures.resume(contract, reason);
  }
}
