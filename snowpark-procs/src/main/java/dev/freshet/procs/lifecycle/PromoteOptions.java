package dev.freshet.procs.lifecycle;

import dev.freshet.procs.home.Options;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The options of PROMOTE_CONTRACT, a JSON object.
 *
 * @param reason why, for the audit
 * @param withoutSnapshot whether a change that asks for all facts to be published again may go
 *     without that: old and new meaning stand side by side until each row changes
 */
record PromoteOptions(String reason, boolean withoutSnapshot) {
  private static final String WITHOUT_SNAPSHOT = "without_snapshot";

  /**
   * Reads them; an empty text means none.
   *
   * @throws IllegalArgumentException if it is no such object
   */
  static PromoteOptions read(@Nullable String text) {
    Options options =
        Options.read(
            "PROMOTE_CONTRACT",
            text == null || text.isBlank() ? "{}" : text,
            Set.of("reason", WITHOUT_SNAPSHOT),
            "nothing but \"reason\" (text) and \"without_snapshot\" (true or false)");
    return new PromoteOptions(
        options.text("reason").orElse("no reason given"), options.truth(WITHOUT_SNAPSHOT));
  }
}
