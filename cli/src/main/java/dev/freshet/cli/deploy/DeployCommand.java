package dev.freshet.cli.deploy;

import dev.freshet.cli.CommandException;
import dev.freshet.cli.ExitCode;
import dev.freshet.cli.sql.AccountDefault;
import dev.freshet.cli.sql.AccountOptions;
import dev.freshet.cli.sql.SqlScript;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code freshet deploy}: sql/ and the procedures into an account. */
@Command(
    name = "deploy",
    mixinStandardHelpOptions = true,
    description = {
      "Deploys the scripts of sql/ and the procedures' jar. Can be run again at any time.",
      "sql/README.md lists the placeholders that --set fills."
    })
public final class DeployCommand implements Callable<Integer> {
  private final AccountDefault otherwise;
  private final Path home;

  @Spec private CommandSpec spec;

  @Mixin private AccountOptions account;

  @Option(names = "--account-objects", description = "Run sql/account too: database, stage, roles.")
  private boolean accountObjects;

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description = "Fills a placeholder; may be given several times.")
  private Map<String, String> placeholders = new TreeMap<>();

  @Option(names = "--dry-run", description = "Print the statements instead of running them.")
  private boolean dryRun;

  @SuppressWarnings("NullAway.Init") // picocli fills the fields
  public DeployCommand(AccountDefault otherwise, Path home) {
    this.otherwise = otherwise;
    this.home = home;
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Deployment deployment =
        new Deployment(
            scripts(home, accountObjects), Placeholders.with(placeholders), ProcsJar.of(jar(home)));
    if (dryRun) {
      deployment.plan().forEach(script -> print(script, out));
      return ExitCode.OK;
    }
    try (Connection connection = account.account(otherwise).connect()) {
      deployment.run(connection, out::println);
      out.println("Deployed.");
      return ExitCode.OK;
    } catch (SQLException e) {
      throw new CommandException("Closing the connection failed: " + e.getMessage(), e);
    }
  }

  /** The scripts of a checkout, in the order to run. */
  public static List<SqlScript> scripts(Path home, boolean accountObjects) {
    List<SqlScript> scripts = new ArrayList<>();
    if (accountObjects) {
      scripts.addAll(Scripts.in(home.resolve("sql").resolve("account")));
    }
    scripts.addAll(Scripts.in(home.resolve("sql").resolve("app")));
    return scripts;
  }

  /** The procedures' jar of a checkout. */
  public static Path jar(Path home) {
    return home.resolve("snowpark-procs").resolve("target").resolve("freshet-snowpark-procs.jar");
  }

  private static void print(SqlScript script, PrintWriter out) {
    out.println("-- " + script.name());
    script.statements().forEach(s -> out.println(s.text() + ";\n"));
  }
}
