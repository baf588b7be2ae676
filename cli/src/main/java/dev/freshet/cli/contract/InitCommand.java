package dev.freshet.cli.contract;

import dev.freshet.cli.command.CommandFailed;
import dev.freshet.cli.contract.draft.Draft;
import dev.freshet.cli.contract.draft.Promise;
import dev.freshet.cli.contract.draft.SourceObject;
import dev.freshet.cli.snowflake.SnowflakeOptions;
import dev.freshet.contract.Contract;
import dev.freshet.contract.SourceName;
import dev.freshet.contract.odcs.ContractReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code freshet contract init TABLE_OR_VIEW}. */
@Command(
    name = "init",
    mixinStandardHelpOptions = true,
    description =
        "Writes a first contract from the columns of a table or view. What it writes passes "
            + "contract check; read it through before you register it.")
final class InitCommand implements Runnable {
  @Spec private CommandSpec spec;
  @Mixin private SnowflakeOptions snowflake;

  @Parameters(paramLabel = "TABLE_OR_VIEW", description = "DATABASE.SCHEMA.NAME")
  private String source;

  @Option(
      names = "--key",
      required = true,
      split = ",",
      paramLabel = "COLUMN",
      description = "The business key's columns, in order.")
  private List<String> key;

  @Option(names = "--domain", description = "The business domain (default: the schema's name).")
  private Optional<String> domain = Optional.empty();

  @Option(names = "--name", description = "The fact's name (default: the table's).")
  private Optional<String> name = Optional.empty();

  @Option(names = "--team", description = "Whom to call (default: the role that owns the source).")
  private Optional<String> team = Optional.empty();

  @Option(names = "--support", paramLabel = "URL", description = "Where the team answers.")
  private Optional<String> support = Optional.empty();

  @Option(
      names = "--kind",
      defaultValue = "STATE",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}), in any case.")
  private Contract.Kind kind;

  @Option(
      names = "--event-time",
      paramLabel = "COLUMN",
      description = "When the fact came to be; an event contract needs it.")
  private Optional<String> eventTime = Optional.empty();

  @Option(
      names = "--identity",
      split = ",",
      paramLabel = "COLUMN",
      description = "What identifies a row; an event contract needs it.")
  private List<String> identity = List.of();

  @Option(
      names = "--file",
      description = "Where to write it (default: the fact's name with .odcs.yaml).")
  private Optional<Path> file = Optional.empty();

  @Option(names = "--force", description = "Replace a file that is there.")
  private boolean force;

  @Option(names = "--dry-run", description = "Print the contract and write nothing.")
  private boolean dryRun;

  @Override
  public void run() {
    SourceObject object = read(parsed());
    Draft draft = Draft.of(object, promise(object));
    ContractReader.read("drafted over " + source, draft.text());
    PrintWriter out = spec.commandLine().getOut();
    if (dryRun) {
      out.print(draft.text());
      out.flush();
    } else {
      Path written = write(draft.text(), file.orElse(Path.of(fact(object) + ".odcs.yaml")));
      out.println("Wrote " + written + ". Next: freshet contract check " + written);
    }
    draft.notes().forEach(n -> spec.commandLine().getErr().println("note: " + n));
  }

  private SourceName parsed() {
    try {
      return SourceName.parse(source);
    } catch (IllegalArgumentException e) {
      throw CommandFailed.usage(String.valueOf(e.getMessage()), e);
    }
  }

  private SourceObject read(SourceName object) {
    try (Connection connection = snowflake.connect()) {
      return SourceObject.read(connection, object);
    } catch (SQLException e) {
      throw CommandFailed.failed("Closing the connection failed: " + e.getMessage(), e);
    }
  }

  private Promise promise(SourceObject object) {
    return new Promise(
        domain.orElse(word(object.name().schema())),
        fact(object),
        team.orElse(object.owner().toLowerCase(Locale.ROOT)),
        support,
        kind,
        key,
        eventTime,
        identity);
  }

  private String fact(SourceObject object) {
    return name.orElse(word(object.name().object()));
  }

  /** What a contract's id admits of an identifier: words joined by single underscores. */
  private static String word(String identifier) {
    return identifier
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9]+", "_")
        .replaceAll("^[0-9_]+|_$", "");
  }

  private Path write(String text, Path target) {
    try {
      return force
          ? Files.writeString(target, text)
          : Files.writeString(target, text, StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      throw CommandFailed.usage(
          target + " is there already. Name another with --file, or replace it with --force.", e);
    } catch (IOException e) {
      throw CommandFailed.usage("Writing " + target + " failed: " + e, e);
    }
  }
}
