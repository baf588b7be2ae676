package dev.freshet.contract.evolution;

import dev.freshet.contract.Version;

/**
 * One change, and what the table says of it.
 *
 * @param rule the line of the table
 * @param against the earlier version it was compared with
 * @param where the field or key of the file that changed, for instance {@code field status}
 * @param before what stood there; "none" if nothing did
 * @param after what stands there now; "none" if nothing does
 */
public record Finding(ChangeRule rule, Version against, String where, String before, String after) {

  public Verdict verdict() {
    return rule.verdict();
  }

  /** What changed, what consumers see, and what to do. */
  public String message() {
    return where
        + " was "
        + before
        + " in "
        + against
        + ", is "
        + after
        + ". "
        + rule.why()
        + " "
        + rule.wayOut();
  }

  @Override
  public String toString() {
    return rule.word() + ": " + message();
  }
}
