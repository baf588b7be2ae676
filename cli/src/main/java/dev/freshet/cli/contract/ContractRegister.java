package dev.freshet.cli.contract;

import dev.freshet.cli.CommandException;
import dev.freshet.cli.ExitCode;
import dev.freshet.cli.sql.AccountDefault;
import dev.freshet.cli.sql.AccountOptions;
import dev.freshet.contract.ContractException;
import dev.freshet.contract.odcs.ContractReader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code freshet contract register}. */
@Command(
    name = "register",
    mixinStandardHelpOptions = true,
    description = "Registers a contract in Snowflake; its export begins.")
public final class ContractRegister implements Callable<Integer> {
  private final AccountDefault otherwise;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The contract file (ODCS v3.1).")
  private Path file;

  @Option(names = "--database", description = "Freshet's database. Default: ${DEFAULT-VALUE}.")
  private String database = "FRESHET";

  @Mixin private AccountOptions account;

  @SuppressWarnings("NullAway.Init") // picocli fills the fields
  public ContractRegister(AccountDefault otherwise) {
    this.otherwise = otherwise;
  }

  @Override
  public Integer call() {
    String text = ContractCheck.read(file);
    try {
      ContractReader.read(file.toString(), text);
    } catch (ContractException e) {
      spec.commandLine().getErr().println(e.getMessage());
      return ExitCode.CHECK_FAILED;
    }
    try (Connection connection = account.account(otherwise).connect()) {
      spec.commandLine()
          .getOut()
          .println(Registration.register(connection, database, file.toString(), text));
      return ExitCode.OK;
    } catch (SQLException e) {
      throw new CommandException("Closing the connection failed: " + e.getMessage(), e);
    }
  }
}
