package dev.freshet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freshet.cli.command.Exit;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class FreshetTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void withoutACommandItPrintsWhatItCanDo() {
    assertThat(run()).isEqualTo(Exit.OK);
    assertThat(out.toString()).contains("deploy", "contract", "sql");
  }

  @Test
  void anUnknownOptionIsAUsageError() {
    assertThat(run("deploy", "--nonsense")).isEqualTo(Exit.USAGE);
    assertThat(err.toString()).contains("--nonsense");
  }

  @Test
  void theExampleContractsAreSound() throws IOException {
    try (var files = Files.list(Path.of("..", "sql", "contracts"))) {
      files.forEach(f -> assertThat(run("contract", "check", f.toString())).isEqualTo(Exit.OK));
    }
  }

  @Test
  void aBrokenContractNamesAllItsProblemsAndFails(@TempDir Path directory) throws IOException {
    Path file = Files.writeString(directory.resolve("broken.odcs.yaml"), "kind: DataContract\n");

    assertThat(run("contract", "check", file.toString())).isEqualTo(Exit.FAILED);
    assertThat(out.toString()).contains("apiVersion").contains("domain").contains("schema");
  }

  @Test
  void aMissingFileIsAUsageError() {
    assertThat(run("contract", "check", "nowhere.yaml")).isEqualTo(Exit.USAGE);
    assertThat(out.toString()).contains("nowhere.yaml does not exist");
  }

  @Test
  void completionCanBeGenerated() {
    assertThat(run("generate-completion")).isEqualTo(Exit.OK);
    assertThat(out.toString()).contains("complete");
  }

  private int run(String... args) {
    CommandLine line =
        Freshet.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    return line.execute(args);
  }
}
