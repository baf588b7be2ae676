package dev.freshet.cli.contract;

import dev.freshet.cli.CommandFailed;
import dev.freshet.cli.snowflake.SnowflakeOptions;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code freshet contract register FILE}. */
@Command(
    name = "register",
    mixinStandardHelpOptions = true,
    description = "Registers a contract, or a new version of one, in Snowflake. May be run again.")
final class RegisterCommand implements Runnable {
  @Spec private CommandSpec spec;
  @Mixin private SnowflakeOptions snowflake;

  @Parameters(paramLabel = "FILE", description = "An ODCS file, one fact.")
  private Path file;

  @Option(
      names = "--schema",
      paramLabel = "DATABASE.SCHEMA",
      defaultValue = "FRESHET.APP",
      description = "Where Freshet is deployed (default: ${DEFAULT-VALUE}).")
  private String schema;

  @Option(names = "--dry-run", description = "Read and check the file only.")
  private boolean dryRun;

  @Override
  public void run() {
    ContractFile contract = ContractFile.read(file);
    if (dryRun) {
      spec.commandLine().getOut().println("Would register " + contract.contract().id());
      return;
    }
    try (Connection connection = snowflake.connect()) {
      spec.commandLine()
          .getOut()
          .println(ContractRegistration.register(connection, schema, contract));
    } catch (SQLException e) {
      throw CommandFailed.failed("Closing the connection failed: " + e.getMessage(), e);
    }
  }
}
