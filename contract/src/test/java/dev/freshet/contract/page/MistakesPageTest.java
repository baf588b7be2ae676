package dev.freshet.contract.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freshet.contract.mistake.Catalogue;
import dev.freshet.contract.mistake.Mistake;
import org.junit.jupiter.api.Test;

class MistakesPageTest {
  @Test
  void thePageShowsTheCatalogue() {
    new Page("mistakes.md").holds(MistakesPage.print());
  }

  @Test
  void theCatalogueHoldsTheFourOfARehearsalAndTwentyMore() {
    int all = Catalogue.changes().size() + Catalogue.unsound().size() + Catalogue.badRows().size();

    assertThat(all).isGreaterThanOrEqualTo(24);
    assertThat(Catalogue.changes().stream().limit(3))
        .extracting(Mistake.Change::passes)
        .containsExactly(true, false, false);
  }
}
