package dev.freshet.cli.snowflake;

import dev.freshet.cli.command.CommandFailed;
import dev.freshet.cli.command.OutputFormat;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code freshet sql '…'}. */
@Command(
    name = "sql",
    mixinStandardHelpOptions = true,
    description = "Runs one statement in Snowflake and prints what it answers.")
public final class SqlCommand implements Runnable {
  @Spec private CommandSpec spec;
  @Mixin private SnowflakeOptions snowflake;

  @Option(
      names = "--output",
      defaultValue = "text",
      description = "text or json (default: ${DEFAULT-VALUE}).")
  private OutputFormat output;

  @Parameters(paramLabel = "STATEMENT", description = "In quotes, without a semicolon.")
  private String statement;

  @Override
  public void run() {
    try (Connection connection = snowflake.connect();
        Statement s = connection.createStatement()) {
      s.execute(statement);
      try (ResultSet result = s.getResultSet()) {
        print(result == null ? null : ResultTable.of(result), s.getUpdateCount());
      }
    } catch (SQLException e) {
      throw CommandFailed.failed("Snowflake refused the statement: " + e.getMessage(), e);
    }
  }

  private void print(@org.jspecify.annotations.Nullable ResultTable table, int changed) {
    var out = spec.commandLine().getOut();
    if (table != null) {
      out.println(output == OutputFormat.JSON ? table.json() : table.text());
    } else {
      out.println(
          output == OutputFormat.JSON
              ? "{\"rows_changed\": " + changed + "}"
              : changed + " rows changed");
    }
  }
}
