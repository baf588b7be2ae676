package dev.freshet.sandbox;

import dev.freshet.cli.command.CommandFailed;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the checkout the sandbox runs from. */
public final class Home {
  private Home() {}

  /**
   * The folder named by FRESHET_HOME, which the launcher sets; otherwise the nearest folder upwards
   * that holds the launcher.
   */
  public static Path find() {
    String named = System.getenv("FRESHET_HOME");
    if (named != null) {
      return Path.of(named);
    }
    for (Path p = Path.of("").toAbsolutePath(); p != null; p = p.getParent()) {
      if (Files.isRegularFile(p.resolve("freshet")) && Files.isDirectory(p.resolve("sql"))) {
        return p;
      }
    }
    throw CommandFailed.usage("No Freshet checkout here; run ./freshet from one.");
  }
}
