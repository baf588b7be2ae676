package dev.freshet.cli.contract;

import dev.freshet.contract.ContractId;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code freshet contract release CONTRACT --reason …}. */
@Command(
    name = "release",
    mixinStandardHelpOptions = true,
    description = "Publishes what open rejections are about, as far as it is good now.")
final class ReleaseCommand extends ReasonedCommand {
  @Option(
      names = "--rule",
      description = "Only rejections by this rule, for instance required (default: all).")
  private Optional<String> rule = Optional.empty();

  @Override
  Answer act(ContractProcedures procedures, ContractId contract, String reason) {
    return procedures.release(contract, reason, rule);
  }
}
