package dev.freshet.cli;

import dev.freshet.cli.contract.ContractCommands;
import dev.freshet.cli.deploy.DeployCommand;
import dev.freshet.cli.sql.AccountDefault;
import dev.freshet.cli.sql.SqlCommand;
import java.nio.file.Path;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code freshet}: the root of all commands. */
@Command(
    name = "freshet",
    mixinStandardHelpOptions = true,
    version = "freshet 0.1.0-SNAPSHOT",
    description = "Turns facts shaped in Snowflake into a governed Kafka stream.",
    subcommands = AutoComplete.GenerateCompletion.class)
public final class Freshet implements Runnable {
  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli fills the fields
  private Freshet() {}

  /**
   * The command line.
   *
   * @param home the checkout or installation
   * @param otherwise the account to use where no option names one
   */
  public static CommandLine line(Path home, AccountDefault otherwise) {
    CommandLine line = new CommandLine(new Freshet());
    line.addSubcommand(new DeployCommand(otherwise, home));
    line.addSubcommand(new SqlCommand(otherwise));
    line.addSubcommand("contract", ContractCommands.line(otherwise));
    line.setExecutionExceptionHandler(Freshet::explain);
    return line;
  }

  /** An error that is meant for the user is its message; anything else shows where it happened. */
  private static int explain(Exception e, CommandLine line, CommandLine.ParseResult parsed) {
    if (e instanceof CommandException) {
      line.getErr().println("freshet: " + e.getMessage());
    } else {
      e.printStackTrace(line.getErr());
    }
    line.getErr().flush();
    return ExitCode.USAGE;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Give a command; --help lists them.");
  }
}
