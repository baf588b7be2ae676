package dev.freshet.sandbox;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A checkout for one test, so that a sandbox somebody runs from this one is left alone. */
final class Checkout {
  private Checkout() {}

  /** Links what a sandbox needs into an empty folder. */
  static Path in(Path folder) throws IOException {
    for (String part : List.of("sql", "snowpark-procs", "bridge", "sandbox")) {
      Files.createSymbolicLink(folder.resolve(part), Home.find().resolve(part));
    }
    return folder;
  }

  static Progress progress() {
    return new Progress(new PrintStream(System.err, true, StandardCharsets.UTF_8), false);
  }
}
