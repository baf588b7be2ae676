package dev.freshet.cli.deploy;

import static java.util.Map.entry;

import dev.freshet.cli.command.CommandFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Brings {@code sql/} to an account: the files of a folder by name, their statements in order.
 * Every statement may be run again, so a deployment that stopped half way is finished by deploying
 * once more.
 */
public final class Deployment {
  /** The values of placeholders that nobody has to choose. */
  public static final Map<String, String> DEFAULTS =
      Map.ofEntries(
          entry("database", "FRESHET"),
          entry("schema", "APP"),
          entry("storage_integration", "FRESHET_STORAGE"),
          entry("task_warehouse", ""),
          entry("task_latency_seconds", "60"),
          entry("task_error_integration", ""),
          entry("rehearsal_rows", "1000"),
          entry("lane_folder_rows", "2000000"),
          entry("bucket_rows", "1000000"),
          entry("owner_role", "FRESHET_OWNER"),
          entry("audit_owner_role", "FRESHET_AUDIT_OWNER"),
          entry("chunk_rows", "1000000"),
          entry("stale_warning_hours", "72"),
          entry("operator_role", "FRESHET_OPERATOR"),
          entry("author_role", "FRESHET_AUTHOR"),
          entry("auditor_role", "FRESHET_AUDITOR"),
          entry("reader_role", "FRESHET_READER"),
          entry("purger_role", "FRESHET_PURGER"),
          entry("snowpark_package", "com.snowflake:snowpark:1.16.0"));

  private final List<Path> files;
  private final Placeholders placeholders;

  private Deployment(List<Path> files, Placeholders placeholders) {
    this.files = files;
    this.placeholders = placeholders;
  }

  /**
   * Plans a deployment.
   *
   * @param folders folders of scripts, in order
   * @param procedures the jar of the stored procedures
   * @param values what placeholders stand for, beside the defaults (sql/README.md)
   * @throws CommandFailed if a folder or the jar is not there
   */
  public static Deployment of(List<Path> folders, Path procedures, Map<String, String> values) {
    ProceduresJar jar = ProceduresJar.of(procedures);
    Map<String, String> all = new HashMap<>(DEFAULTS);
    all.putAll(values);
    all.put("procedures_jar", jar.path().toString());
    all.put("procedures_hash", jar.hash());
    return new Deployment(
        folders.stream().flatMap(Deployment::scripts).toList(), new Placeholders(all));
  }

  private static Stream<Path> scripts(Path folder) {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(f -> f.toString().endsWith(".sql")).sorted().toList().stream();
    } catch (IOException e) {
      throw CommandFailed.usage("Reading the scripts in " + folder + " failed: " + e, e);
    }
  }

  /**
   * The statements, placeholders filled in.
   *
   * @throws CommandFailed if a script is broken or a placeholder has no value
   */
  public List<SqlStatement> statements() {
    return files.stream().flatMap(f -> read(f).stream()).toList();
  }

  private List<SqlStatement> read(Path file) {
    String name = file.subpath(file.getNameCount() - 2, file.getNameCount()).toString();
    try {
      return SqlScript.read(name, Files.readString(file), placeholders);
    } catch (IOException e) {
      throw CommandFailed.usage("Reading " + file + " failed: " + e, e);
    }
  }

  /**
   * Runs the statements; nothing is sent before all scripts were read.
   *
   * @param progress is told each statement before it runs
   * @throws CommandFailed if one is refused; those before it stay
   */
  public void run(Connection connection, Consumer<SqlStatement> progress) {
    for (SqlStatement statement : statements()) {
      progress.accept(statement);
      run(connection, statement);
    }
  }

  private static void run(Connection connection, SqlStatement statement) {
    try (Statement s = connection.createStatement()) {
      s.execute(statement.text());
    } catch (SQLException e) {
      throw CommandFailed.failed(
          statement.file()
              + ":"
              + statement.line()
              + ": Snowflake refused "
              + statement.head()
              + ": "
              + e.getMessage()
              + ". What ran before it stays; repair this and deploy again",
          e);
    }
  }
}
