package dev.freshet.contract.mistake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CataloguePageTest {
  private static final Path PAGE = Path.of("..", "docs", "mistakes.md");

  @Test
  void thePageIsWhatTheCataloguePrints() throws IOException {
    Path printed = Files.writeString(Path.of("target", "mistakes.md"), CataloguePage.print());

    assertThat(PAGE)
        .as("copy %s to %s and read what changed", printed, PAGE)
        .hasContent(CataloguePage.print());
  }

  @Test
  void itHoldsTheFourOfARehearsalAndTwentyMore() {
    int all =
        Catalogue.changes().size() + Catalogue.unsound().size() + Catalogue.badRows().size();

    assertThat(all).isGreaterThanOrEqualTo(24);
    assertThat(Catalogue.changes().stream().limit(3))
        .extracting(Mistake.Change::passes)
        .containsExactly(true, false, false);
  }
}
