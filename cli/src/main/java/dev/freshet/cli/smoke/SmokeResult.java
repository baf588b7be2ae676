package dev.freshet.cli.smoke;

import java.util.Locale;

/**
 * What became of an entry.
 *
 * @param detail what was found, or why it could not be proven
 */
public record SmokeResult(String id, Outcome outcome, String detail) {

  /** Whether the account answers as assumed. */
  public enum Outcome {
    PASS,
    FAIL,
    NOT_PROVABLE;

    String words() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  @Override
  public String toString() {
    String entry = String.format(Locale.ROOT, "%-4s %-12s", id, outcome.words());
    return (entry + " " + detail).stripTrailing();
  }
}
