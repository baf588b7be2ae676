package dev.freshet.cli.contract;

import dev.freshet.contract.ContractId;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code freshet contract snapshot CONTRACT --reason …}. */
@Command(
    name = "snapshot",
    mixinStandardHelpOptions = true,
    description =
        "Asks the contract's task to publish facts as they stand, in chunks; changes go on meanwhile.")
final class SnapshotCommand extends ReasonedCommand {
  @Option(
      names = "--where",
      paramLabel = "CONDITION",
      description = "Only rows of the source for which it holds (default: all).")
  private Optional<String> where = Optional.empty();

  @Override
  Answer act(ContractProcedures procedures, ContractId contract, String reason) {
    return procedures.snapshot(contract, reason, where);
  }
}
