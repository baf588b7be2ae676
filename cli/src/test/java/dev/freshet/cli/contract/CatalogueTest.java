package dev.freshet.cli.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freshet.cli.CommandRun;
import dev.freshet.cli.command.Exit;
import dev.freshet.contract.evolution.ChangeRule;
import dev.freshet.contract.mistake.Catalogue;
import dev.freshet.contract.mistake.Mistake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The catalogue of mistakes through the command line. */
class CatalogueTest {
  private static final String OWNER = "parcel-desk (https://example.com/parcel-desk)";

  @TempDir private Path directory;

  @Test
  void theContractThatAllBeginWithIsSound() throws IOException {
    CommandRun run = CommandRun.of("contract", "check", file("a", Catalogue.before()));

    assertThat(run.exit()).as(run.out()).isEqualTo(Exit.OK);
  }

  @TestFactory
  Stream<DynamicTest> aChangeIsJudgedAsTheCatalogueSays() {
    return Catalogue.changes().stream()
        .map(c -> DynamicTest.dynamicTest(c.name(), () -> judged(c)));
  }

  private void judged(Mistake.Change change) throws IOException {
    String before = file("before", Catalogue.before());

    CommandRun run =
        CommandRun.of(
            "contract", "check", file("after", change.after()), "--against", "file:" + before);

    assertThat(run.exit()).as(run.out()).isEqualTo(change.passes() ? Exit.OK : Exit.FAILED);
    assertThat(rulesIn(run.out())).containsExactlyInAnyOrderElementsOf(change.rules());
    assertThat(run.out()).contains("To call: " + OWNER);
    for (String word : change.rules()) {
      assertThat(run.out()).contains(rule(word).why()).contains(rule(word).wayOut());
    }
  }

  private static List<String> rulesIn(String out) {
    return Arrays.stream(ChangeRule.values())
        .map(ChangeRule::word)
        .filter(word -> out.contains(", " + word + ": "))
        .toList();
  }

  private static ChangeRule rule(String word) {
    return Arrays.stream(ChangeRule.values())
        .filter(r -> r.word().equals(word))
        .findFirst()
        .orElseThrow();
  }

  @TestFactory
  Stream<DynamicTest> aFileThatIsNoSoundContractIsStopped() {
    return Catalogue.unsound().stream()
        .map(u -> DynamicTest.dynamicTest(u.name(), () -> stopped(u)));
  }

  private void stopped(Mistake.Unsound unsound) throws IOException {
    CommandRun run = CommandRun.of("contract", "check", file("after", unsound.after()));

    assertThat(run.exit()).as(run.out()).isEqualTo(Exit.FAILED);
    assertThat(run.out()).contains(unsound.says());
    assertThat(run.out()).contains("To call: ");
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name + ".odcs.yaml"), text).toString();
  }
}
