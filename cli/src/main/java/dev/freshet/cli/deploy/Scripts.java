package dev.freshet.cli.deploy;

import dev.freshet.cli.CommandException;
import dev.freshet.cli.sql.SqlScript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads the scripts of a folder, in the order of their names. */
public final class Scripts {
  private Scripts() {}

  /**
   * All {@code *.sql} files of a folder.
   *
   * @throws CommandException if there is none, or one cannot be read
   */
  public static List<SqlScript> in(Path folder) {
    List<SqlScript> scripts = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".sql")).sorted().toList()) {
        scripts.add(
            SqlScript.parse(
                folder.getFileName() + "/" + file.getFileName(), Files.readString(file)));
      }
    } catch (IOException e) {
      throw new CommandException("Cannot read the scripts of " + folder + ": " + e.getMessage(), e);
    }
    if (scripts.isEmpty()) {
      throw new CommandException("There are no .sql files in " + folder + ".");
    }
    return scripts;
  }
}
