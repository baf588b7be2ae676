package dev.freshet.cli.contract;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code freshet contract retire CONTRACT --reason …}. */
@Command(
    name = "retire",
    mixinStandardHelpOptions = true,
    description = "Ends a contract for good: its id is never used again.")
final class RetireCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ProcedureOptions procedures;
  @Mixin private ContractParameter contract;

  @Option(names = "--reason", required = true, description = "Why, for the audit.")
  private String reason = "";

  @Option(names = "--dry-run", description = "Say how the contract stands; change nothing.")
  private boolean dryRun;

  @Override
  public Integer call() {
    return procedures.call(
        spec.commandLine().getOut(),
        p -> dryRun ? p.describe(contract.id()) : p.retire(contract.id(), reason));
  }
}
