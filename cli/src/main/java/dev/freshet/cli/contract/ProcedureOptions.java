package dev.freshet.cli.contract;

import dev.freshet.cli.command.CommandFailed;
import dev.freshet.cli.command.Exit;
import dev.freshet.cli.command.OutputFormat;
import dev.freshet.cli.snowflake.SnowflakeOptions;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of every command that calls a procedure about contracts. */
final class ProcedureOptions {
  @Mixin private SnowflakeOptions snowflake;

  @Option(
      names = "--schema",
      paramLabel = "DATABASE.SCHEMA",
      defaultValue = "FRESHET.APP",
      description = "Where Freshet is deployed (default: ${DEFAULT-VALUE}).")
  private String schema;

  @Option(
      names = "--output",
      description = "${COMPLETION-CANDIDATES} (default: text), in any case.",
      defaultValue = "TEXT")
  private OutputFormat output = OutputFormat.TEXT;

  /**
   * Calls, prints the answer, and says whether it was a refusal.
   *
   * @return the code to exit with
   */
  int call(PrintWriter out, Function<ContractProcedures, Answer> work) {
    try (Connection connection = snowflake.connect()) {
      Answer answer = work.apply(new ContractProcedures(connection, schema));
      out.println(answer.print(output));
      return answer.isRefused() ? Exit.FAILED : Exit.OK;
    } catch (SQLException e) {
      throw CommandFailed.failed("Closing the connection failed: " + e.getMessage(), e);
    }
  }
}
