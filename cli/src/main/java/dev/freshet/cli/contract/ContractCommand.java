package dev.freshet.cli.contract;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code freshet contract …}. */
@Command(
    name = "contract",
    mixinStandardHelpOptions = true,
    description = "Checks and registers contracts.",
    subcommands = {CheckCommand.class, RegisterCommand.class})
public final class ContractCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
