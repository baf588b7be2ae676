package dev.freshet.cli.roles;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.freshet.cli.command.CommandFailed;
import dev.freshet.cli.command.Exit;
import dev.freshet.cli.command.OutputFormat;
import dev.freshet.cli.snowflake.SnowflakeOptions;
import dev.freshet.contract.Json;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code freshet roles}. */
@Command(
    name = "roles",
    mixinStandardHelpOptions = true,
    description =
        "Prints who may do what; with --check, holds the account's grants against it. An"
            + " administrator sees all grants.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:printed; or the account is as agreed",
      "1:a grant is missing or too much, or the account refused to tell",
      "2:the command line or the configuration is wrong"
    })
public final class RolesCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private SnowflakeOptions snowflake;

  @Option(names = "--check", description = "Compare with the account.")
  private boolean check;

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description = "What a placeholder stands for, as it was deployed; sql/README.md lists them.")
  private Map<String, String> values = new LinkedHashMap<>();

  @Option(
      names = "--output",
      defaultValue = "text",
      description = "text or json (default: ${DEFAULT-VALUE}); json is for --check.")
  private OutputFormat output;

  @Override
  public Integer call() {
    if (!check) {
      spec.commandLine().getOut().print(RoleTable.markdown());
      spec.commandLine().getOut().flush();
      return Exit.OK;
    }
    try (Connection connection = snowflake.connect()) {
      List<String> findings = new GrantCheck(connection, new Names(values)).findings();
      spec.commandLine().getOut().println(shown(findings));
      return findings.isEmpty() ? Exit.OK : Exit.FAILED;
    } catch (SQLException e) {
      throw CommandFailed.failed(
          "Reading the grants failed: " + e.getMessage() + ". Run this as an administrator", e);
    }
  }

  private String shown(List<String> findings) {
    if (output == OutputFormat.JSON) {
      ArrayNode array = Json.STRICT.createArrayNode();
      findings.forEach(array::add);
      return array.toPrettyString();
    }
    return findings.isEmpty() ? "All grants are as agreed." : String.join("\n", findings);
  }
}
