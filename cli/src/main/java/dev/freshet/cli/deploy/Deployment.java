package dev.freshet.cli.deploy;

import dev.freshet.cli.CommandException;
import dev.freshet.cli.sql.SqlScript;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Brings scripts and the procedures' jar into an account. Every statement can be run again: a
 * deployment that failed half way is finished by the next one.
 *
 * @param scripts in the order to run, placeholders not yet filled
 * @param placeholders what stands for {@code ${name}}; {@link #PROCS_JAR} is added by this class
 * @param jar the procedures
 */
public record Deployment(List<SqlScript> scripts, Map<String, String> placeholders, ProcsJar jar) {
  /** The placeholder of the jar's place on the stage; the jar is uploaded before its first use. */
  public static final String PROCS_JAR = "procs_jar";

  private static final String PROCS_JAR_USE = "${" + PROCS_JAR + "}";

  public Deployment {
    scripts = List.copyOf(scripts);
    placeholders = Map.copyOf(placeholders);
  }

  /** The statements, in order, the upload among them, as they would be run. */
  public List<SqlScript> plan() {
    String database = placeholders.getOrDefault("database", "FRESHET");
    Map<String, String> values = new TreeMap<>(placeholders);
    values.put(PROCS_JAR, jar.stagedFile(database));
    List<SqlScript> plan = new ArrayList<>();
    boolean uploaded = false;
    for (SqlScript script : scripts) {
      if (!uploaded && usesJar(script)) {
        plan.add(jar.upload(database));
        uploaded = true;
      }
      plan.add(script.filled(values));
    }
    return plan;
  }

  private static boolean usesJar(SqlScript script) {
    return script.statements().stream().anyMatch(s -> s.text().contains(PROCS_JAR_USE));
  }

  /**
   * Runs all statements.
   *
   * @param progress told of each script
   * @throws CommandException at the first that fails, naming script and line
   */
  public void run(Connection connection, Consumer<String> progress) {
    for (SqlScript script : plan()) {
      progress.accept(script.name() + " (" + script.statements().size() + " statements)");
      for (SqlScript.Statement each : script.statements()) {
        run(connection, script.name(), each);
      }
    }
  }

  private static void run(Connection connection, String script, SqlScript.Statement each) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(each.text());
    } catch (SQLException e) {
      throw new CommandException(
          "Deploying "
              + script
              + ", line "
              + each.line()
              + " failed: "
              + e.getMessage()
              + "\nMend the cause and deploy again; what was done stays and can be repeated.",
          e);
    }
  }
}
