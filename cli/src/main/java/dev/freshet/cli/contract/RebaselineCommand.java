package dev.freshet.cli.contract;

import dev.freshet.contract.ContractId;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code freshet contract rebaseline CONTRACT --reason …}. */
@Command(
    name = "rebaseline",
    mixinStandardHelpOptions = true,
    description =
        "Asks the contract's task to begin anew from a stream that is stale or gone: publishes what differs from what was published.")
final class RebaselineCommand extends ReasonedCommand {
  @Option(
      names = "--events",
      paramLabel = "gap|backfill",
      description = "Of an event contract: leave a gap that is written down, or publish it late.")
  private Optional<String> events = Optional.empty();

  @Option(
      names = "--where",
      paramLabel = "CONDITION",
      description = "Of a backfill: which rows of the source.")
  private Optional<String> where = Optional.empty();

  @Override
  Answer act(ContractProcedures procedures, ContractId contract, String reason) {
    return procedures.rebaseline(contract, reason, events, where);
  }
}
