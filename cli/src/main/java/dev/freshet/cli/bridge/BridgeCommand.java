package dev.freshet.cli.bridge;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code freshet bridge …}. */
@Command(
    name = "bridge",
    mixinStandardHelpOptions = true,
    description = "Runs the bridge, and shows where it stands.",
    subcommands = {
      RunCommand.class,
      StatusCommand.class,
      ManifestsCommand.class,
      InitLedgerCommand.class,
      ConfigCommand.class
    })
public final class BridgeCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
