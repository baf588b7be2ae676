package dev.freshet.procs.export;

import dev.freshet.contract.Rule;
import dev.freshet.procs.home.Options;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody asks to be released.
 *
 * @param rule the rule whose rejections are looked at; empty for all
 * @param reason why they may go out now; stands in RELEASES and in the audit log
 */
record ReleaseRequest(Optional<Rule> rule, String reason) {

  /**
   * Reads {@code {"rule": …, "reason": …}}; the rule may be left out.
   *
   * @throws IllegalArgumentException if it says anything else
   */
  static ReleaseRequest parse(String text) {
    Options options =
        Options.read(
            "RELEASE_REJECTIONS",
            text,
            Set.of("rule", "reason"),
            "{\"reason\": \"why they may go out\"} and, to look at one rule only, \"rule\"");
    String reason = options.reason();
    return new ReleaseRequest(options.text("rule").map(word -> rule(options, word)), reason);
  }

  private static Rule rule(Options options, String word) {
    return Rule.of(word).orElseThrow(() -> options.refused("'" + word + "' is no rule"));
  }
}
