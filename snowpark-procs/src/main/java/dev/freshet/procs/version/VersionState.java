package dev.freshet.procs.version;

import java.util.Locale;

/** Where a registered version stands. */
public enum VersionState {
  /** Registered, and not put in force yet. */
  STAGED,
  /** In force: it shapes the next change set. One at most in a contract. */
  ACTIVE,
  /** No more in force: another followed, it was rolled back, or the contract ended. */
  RETIRED;

  /** As tables and answers have it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static VersionState of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
