package dev.freshet.cli.smoke;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.freshet.cli.command.CommandFailed;
import dev.freshet.cli.command.Exit;
import dev.freshet.cli.command.OutputFormat;
import dev.freshet.cli.deploy.Deployment;
import dev.freshet.cli.deploy.Placeholders;
import dev.freshet.cli.snowflake.SnowflakeOptions;
import dev.freshet.contract.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code freshet smoke}. */
@Command(
    name = "smoke",
    mixinStandardHelpOptions = true,
    description =
        "Asks an account what docs/unverified.md assumes of it: pass, fail or not provable for"
            + " each entry. Works in a scratch schema, which it drops, and below smoke/ on the"
            + " stage. Against the sandbox it tells what the sandbox answers.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:no entry failed",
      "1:an entry failed, or the account could not be asked",
      "2:the command line or the configuration is wrong"
    })
public final class SmokeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private SnowflakeOptions snowflake;

  @Option(
      names = "--script",
      paramLabel = "FILE",
      defaultValue = "${sys:freshet.home:-.}/sql/smoke/smoke.sql",
      description = "The script (default: ${DEFAULT-VALUE}).")
  private Path script;

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description = "What a placeholder stands for, as it was deployed; stage_url is needed.")
  private Map<String, String> values = new LinkedHashMap<>();

  @Option(
      names = "--output",
      defaultValue = "text",
      description = "text or json (default: ${DEFAULT-VALUE}).")
  private OutputFormat output;

  @Option(names = "--dry-run", description = "Print the statements and send nothing.")
  private boolean dryRun;

  @Override
  public Integer call() {
    List<SmokeEntry> entries = entries();
    PrintWriter out = spec.commandLine().getOut();
    if (dryRun) {
      entries.stream().flatMap(e -> e.steps().stream()).forEach(s -> out.println(s.sql() + ";\n"));
      return Exit.OK;
    }
    try (Connection one = session();
        Connection two = session()) {
      boolean text = output == OutputFormat.TEXT;
      List<SmokeResult> results =
          new SmokeRun(List.of(one, two))
              .run(
                  entries,
                  result -> {
                    if (text) {
                      out.println(result);
                      out.flush();
                    }
                  });
      if (!text) {
        out.println(json(results));
      }
      return results.stream().anyMatch(r -> r.outcome() == SmokeResult.Outcome.FAIL)
          ? Exit.FAILED
          : Exit.OK;
    } catch (SQLException e) {
      throw CommandFailed.failed("The smoke test could not go on: " + e.getMessage(), e);
    }
  }

  private List<SmokeEntry> entries() {
    try {
      return SmokeScript.read(
          script.toString(), Files.readString(script), new Placeholders(values()));
    } catch (IOException e) {
      throw CommandFailed.usage("Reading the script " + script + " failed: " + e, e);
    }
  }

  private Map<String, String> values() {
    Map<String, String> all = new HashMap<>(Deployment.DEFAULTS);
    all.put("smoke_schema", "FRESHET_SMOKE");
    all.putAll(values);
    return all;
  }

  /** As the role that owns the procedures: what it is refused, they are refused. */
  private Connection session() throws SQLException {
    Connection session = snowflake.connect();
    try (Statement statement = session.createStatement()) {
      String owner = Objects.requireNonNull(values().get("owner_role"), "has a default");
      statement.execute("USE ROLE \"" + owner.replace("\"", "\"\"") + "\"");
    }
    return session;
  }

  private static String json(List<SmokeResult> results) {
    ArrayNode array = Json.STRICT.createArrayNode();
    for (SmokeResult result : results) {
      array
          .addObject()
          .put("id", result.id())
          .put("outcome", result.outcome().words())
          .put("detail", result.detail());
    }
    return array.toPrettyString();
  }
}
