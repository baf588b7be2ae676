package dev.freshet.cli.contract;

import dev.freshet.contract.ContractId;
import picocli.CommandLine.Command;

/** {@code freshet contract rollback CONTRACT --reason …}. */
@Command(
    name = "rollback",
    mixinStandardHelpOptions = true,
    description =
        "Returns to the version that was in force before, and names the change sets to replay.")
final class RollbackCommand extends ReasonedCommand {
  @Override
  Answer act(ContractProcedures procedures, ContractId contract, String reason) {
    return procedures.rollBack(contract, reason);
  }
}
