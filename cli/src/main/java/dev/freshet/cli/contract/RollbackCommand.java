package dev.freshet.cli.contract;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code freshet contract rollback CONTRACT --reason …}. */
@Command(
    name = "rollback",
    mixinStandardHelpOptions = true,
    description =
        "Returns to the version that was in force before, and names the change sets to replay.")
final class RollbackCommand implements Callable<Integer> {
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
        p -> dryRun ? p.describe(contract.id()) : p.rollBack(contract.id(), reason));
  }
}
