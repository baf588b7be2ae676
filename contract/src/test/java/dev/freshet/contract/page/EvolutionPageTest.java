package dev.freshet.contract.page;

import dev.freshet.contract.evolution.ChangeRule;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class EvolutionPageTest {
  @Test
  void thePageShowsTheTable() {
    String lines =
        Arrays.stream(ChangeRule.values())
            .map(EvolutionPageTest::line)
            .collect(Collectors.joining());

    new Page("evolution.md")
        .holds("| rule | verdict | what consumers see | what to do |\n|---|---|---|---|\n" + lines);
  }

  private static String line(ChangeRule rule) {
    String verdict = rule.isAboutVersion() ? "the version does not suffice" : rule.verdict().word();
    return "| `%s` | %s | %s | %s |\n".formatted(rule.word(), verdict, rule.why(), rule.wayOut());
  }
}
