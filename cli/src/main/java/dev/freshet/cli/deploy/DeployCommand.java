package dev.freshet.cli.deploy;

import dev.freshet.cli.snowflake.SnowflakeOptions;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code freshet deploy}. */
@Command(
    name = "deploy",
    mixinStandardHelpOptions = true,
    description = "Brings sql/app (and sql/account) to a Snowflake account. May be run again.")
public final class DeployCommand implements Runnable {
  @Spec private CommandSpec spec;
  @Mixin private SnowflakeOptions snowflake;

  @Option(
      names = "--sql",
      paramLabel = "FOLDER",
      defaultValue = "${sys:freshet.home:-.}/sql",
      description = "The folder sql/ (default: ${DEFAULT-VALUE}).")
  private Path sql;

  @Option(
      names = "--procedures",
      paramLabel = "JAR",
      defaultValue = "${sys:freshet.home:-.}/snowpark-procs/target/freshet-snowpark-procs.jar",
      description = "The procedures' jar (default: ${DEFAULT-VALUE}).")
  private Path procedures;

  @Option(
      names = "--account",
      description = "Also run sql/account first: database, integration, stage, roles.")
  private boolean account;

  @Option(
      names = "--only",
      paramLabel = "FOLDER",
      description =
          "Run one folder of sql/ alone, such as purge or credits; sql/README.md lists them.")
  private Optional<String> only = Optional.empty();

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description = "What a placeholder stands for; sql/README.md lists them.")
  private Map<String, String> values = new LinkedHashMap<>();

  @Option(names = "--dry-run", description = "Print the statements and send nothing.")
  private boolean dryRun;

  @Override
  public void run() {
    Deployment deployment = Deployment.of(folders(), procedures, values);
    PrintWriter out = spec.commandLine().getOut();
    if (dryRun) {
      deployment
          .statements()
          .forEach(s -> out.printf("-- %s:%d%n%s;%n%n", s.file(), s.line(), s.text()));
      return;
    }
    int all = deployment.statements().size();
    try (Connection connection = snowflake.connect()) {
      int[] done = {0};
      deployment.run(
          connection, s -> out.printf("[%d/%d] %s: %s%n", ++done[0], all, s.file(), s.head()));
    } catch (SQLException e) {
      out.println("Closing the connection failed: " + e.getMessage());
    }
    out.println("Deployed.");
  }

  private List<Path> folders() {
    if (only.isPresent()) {
      return List.of(sql.resolve(only.get()));
    }
    List<Path> folders = new ArrayList<>();
    if (account) {
      folders.add(sql.resolve("account"));
    }
    folders.add(sql.resolve("app"));
    return folders;
  }
}
