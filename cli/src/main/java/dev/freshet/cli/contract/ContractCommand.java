package dev.freshet.cli.contract;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code freshet contract …}. */
@Command(
    name = "contract",
    mixinStandardHelpOptions = true,
    description = "Writes, checks and compares contracts, and puts them in force.",
    subcommands = {
      InitCommand.class,
      CheckCommand.class,
      DiffCommand.class,
      SchemaCommand.class,
      RegisterCommand.class,
      PromoteCommand.class,
      RollbackCommand.class,
      RetireCommand.class,
      PauseCommand.class,
      ResumeCommand.class,
      SnapshotCommand.class,
      RebaselineCommand.class,
      CancelCommand.class,
      ReleaseCommand.class,
      DescribeCommand.class
    })
public final class ContractCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
