package dev.freshet.cli.sql;

import dev.freshet.cli.CommandException;
import dev.freshet.cli.ExitCode;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code freshet sql}: runs statements and prints what they answer. */
@Command(
    name = "sql",
    mixinStandardHelpOptions = true,
    description = "Runs SQL in the running sandbox, or in the account that the options name.")
public final class SqlCommand implements Callable<Integer> {
  private final AccountDefault otherwise;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "STATEMENTS", description = "One statement, or several with semicolons.")
  private String text;

  @Option(
      names = "--output",
      description = "text or json (a JSON object a row). Default: ${DEFAULT-VALUE}.")
  private Output output = Output.text;

  @Mixin private AccountOptions account;

  /** How rows are printed. */
  enum Output {
    text,
    json
  }

  @SuppressWarnings("NullAway.Init") // picocli fills the fields
  public SqlCommand(AccountDefault otherwise) {
    this.otherwise = otherwise;
  }

  @Override
  public Integer call() {
    SqlScript script = SqlScript.parse("the statement", text);
    try (Connection connection = account.account(otherwise).connect();
        Statement statement = connection.createStatement()) {
      for (SqlScript.Statement each : script.statements()) {
        run(statement, each.text());
      }
      return ExitCode.OK;
    } catch (SQLException e) {
      throw new CommandException(e.getMessage() + " (SQLSTATE " + e.getSQLState() + ")", e);
    }
  }

  private void run(Statement statement, String sql) throws SQLException {
    PrintWriter out = spec.commandLine().getOut();
    if (!statement.execute(sql)) {
      out.println(statement.getUpdateCount() + " rows");
    } else {
      try (ResultSet rows = statement.getResultSet()) {
        if (output == Output.json) {
          ResultPrinter.json(rows, out);
        } else {
          ResultPrinter.table(rows, out);
        }
      }
    }
    out.flush();
  }
}
