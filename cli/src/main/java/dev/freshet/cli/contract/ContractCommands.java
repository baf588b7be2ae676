package dev.freshet.cli.contract;

import dev.freshet.cli.sql.AccountDefault;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code freshet contract …}. */
@Command(
    name = "contract",
    mixinStandardHelpOptions = true,
    description = "Checks and registers contracts.",
    subcommands = ContractCheck.class)
public final class ContractCommands implements Runnable {
  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli fills the fields
  private ContractCommands() {}

  /** The commands, for an account that is used where the options name none. */
  public static CommandLine line(AccountDefault otherwise) {
    return new CommandLine(new ContractCommands()).addSubcommand(new ContractRegister(otherwise));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Give a command: check or register.");
  }
}
