package dev.freshet.contract.evolution;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether a change of classification lets go of protection. Only the four usual words have an
 * order; any other change counts as letting go, since it cannot be known not to.
 */
final class Protection {
  private static final List<String> ORDER =
      List.of("public", "internal", "confidential", "restricted");

  private Protection() {}

  static Optional<ChangeRule> compare(Optional<String> before, Optional<String> after) {
    if (before.equals(after)) {
      return Optional.empty();
    }
    boolean raised = before.isEmpty() || (after.isPresent() && isHigher(before.get(), after.get()));
    return Optional.of(raised ? ChangeRule.PROTECTION_RAISED : ChangeRule.PROTECTION_LOWERED);
  }

  private static boolean isHigher(String before, String after) {
    return place(before) >= 0 && place(after) > place(before);
  }

  private static int place(String word) {
    return ORDER.indexOf(word.toLowerCase(Locale.ROOT));
  }
}
