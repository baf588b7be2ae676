package dev.freshet.cli.contract;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code freshet contract …}. */
@Command(
    name = "contract",
    mixinStandardHelpOptions = true,
    description = "Writes, checks, compares and registers contracts.",
    subcommands = {
      InitCommand.class,
      CheckCommand.class,
      DiffCommand.class,
      SchemaCommand.class,
      RegisterCommand.class
    })
public final class ContractCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
