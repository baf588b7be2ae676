package dev.freshet.sandbox.export;

import com.fasterxml.jackson.databind.JsonNode;
import dev.freshet.contract.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The program sqlfluff, whose Snowflake dialect knows the documented grammar. */
record Sqlfluff(Path program) {
  private static final String NAME = "sqlfluff";

  /** The one that {@code -Dfreshet.sqlfluff} or the PATH names. */
  static Optional<Sqlfluff> installed() {
    String named = System.getProperty("freshet.sqlfluff", "");
    if (!named.isEmpty()) {
      return Optional.of(new Sqlfluff(Path.of(named)));
    }
    return List.of(System.getenv().getOrDefault("PATH", "").split(":")).stream()
        .map(folder -> Path.of(folder, NAME))
        .filter(Files::isExecutable)
        .findFirst()
        .map(Sqlfluff::new);
  }

  /** What it cannot parse, with its words; each statement has a file of its own. */
  List<String> unparsable(Path folder, Collection<String> statements) throws Exception {
    List<String> all = new ArrayList<>(statements);
    for (int i = 0; i < all.size(); i++) {
      Files.writeString(folder.resolve(i + ".sql"), all.get(i) + ";\n");
    }
    List<String> unparsable = new ArrayList<>();
    for (JsonNode file : lint(folder)) {
      for (JsonNode violation : file.path("violations")) {
        if (violation.path("code").asText().equals("PRS")) {
          String name = Path.of(file.path("filepath").asText()).getFileName().toString();
          int number = Integer.parseInt(name.replace(".sql", ""));
          unparsable.add(violation.path("description").asText() + "\n" + all.get(number));
        }
      }
    }
    return unparsable;
  }

  private JsonNode lint(Path folder) throws IOException, InterruptedException {
    Path answer = folder.resolve("answer.json");
    Process process =
        new ProcessBuilder(
                program.toString(),
                "lint",
                "--dialect=snowflake",
                "--templater=raw",
                "--rules=LT12",
                "--format=json",
                "--processes=2",
                folder.toString())
            .redirectOutput(answer.toFile())
            .redirectError(folder.resolve("problems.txt").toFile())
            .start();
    int exit = process.waitFor();
    if (exit > 1) {
      throw new IllegalStateException(
          program
              + " ended with "
              + exit
              + ": "
              + Files.readString(folder.resolve("problems.txt")));
    }
    return Json.STRICT.readTree(Files.readString(answer));
  }
}
