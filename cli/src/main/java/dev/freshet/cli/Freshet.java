package dev.freshet.cli;

import dev.freshet.cli.bridge.BridgeCommand;
import dev.freshet.cli.command.CommandFailed;
import dev.freshet.cli.command.Exit;
import dev.freshet.cli.contract.ContractCommand;
import dev.freshet.cli.deploy.DeployCommand;
import dev.freshet.cli.roles.RolesCommand;
import dev.freshet.cli.smoke.SmokeCommand;
import dev.freshet.cli.snowflake.SqlCommand;
import dev.freshet.contract.ContractException;
import dev.freshet.contract.manifest.ManifestException;
import java.io.PrintWriter;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** The command {@code freshet}. Alone it prints what it can do. */
@Command(
    name = "freshet",
    mixinStandardHelpOptions = true,
    versionProvider = BuildVersion.class,
    description = "Turns facts shaped in Snowflake into a governed, replayable Kafka stream.",
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:a check failed, or it could not be done",
      "2:the command line or the configuration is wrong",
      "3:data contradicts itself"
    },
    subcommands = {
      DeployCommand.class,
      ContractCommand.class,
      SqlCommand.class,
      RolesCommand.class,
      SmokeCommand.class,
      BridgeCommand.class,
      CommandLine.HelpCommand.class,
      AutoComplete.GenerateCompletion.class
    })
public final class Freshet implements Runnable {
  @Spec private CommandSpec spec;

  @Option(
      names = "--stack-trace",
      scope = CommandLine.ScopeType.INHERIT,
      description = "Show where a failure comes from.")
  private boolean stackTrace;

  /** The command line with all commands, ready to run. */
  public static CommandLine commandLine() {
    Freshet freshet = new Freshet();
    return new CommandLine(freshet)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(freshet::report);
  }

  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  /** One clear message; where it comes from only if asked. */
  private int report(Exception failure, CommandLine commandLine, ParseResult parsed) {
    PrintWriter err = commandLine.getErr();
    err.println(commandLine.getColorScheme().errorText(String.valueOf(failure.getMessage())));
    if (stackTrace || failure.getMessage() == null) {
      failure.printStackTrace(err);
    }
    return exitCode(failure);
  }

  private static int exitCode(Exception failure) {
    if (failure instanceof CommandFailed command) {
      return command.exitCode();
    }
    if (failure instanceof ContractException) {
      return Exit.FAILED;
    }
    return failure instanceof ManifestException ? Exit.CONTRADICTION : Exit.FAILED;
  }
}
