package dev.freshet.cli.contract;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code freshet contract describe CONTRACT}. */
@Command(
    name = "describe",
    mixinStandardHelpOptions = true,
    description = "Shows a contract's versions and states, its head, task, halts and rejections.")
final class DescribeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ProcedureOptions procedures;
  @Mixin private ContractParameter contract;

  @Override
  public Integer call() {
    return procedures.call(spec.commandLine().getOut(), p -> p.describe(contract.id()));
  }
}
