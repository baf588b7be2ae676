package dev.freshet.cli.smoke;

import java.util.List;
import java.util.Optional;

/**
 * One entry of docs/unverified.md, and the statements that settle it.
 *
 * @param id as in the page, for instance {@code 9a}
 * @param notProvable why no statement settles it; then there are none
 */
record SmokeEntry(String id, Optional<String> notProvable, List<Step> steps) {

  /**
   * A statement.
   *
   * @param session 1 or 2
   */
  record Step(int session, String sql, Expectation expectation) {}

  SmokeEntry {
    steps = List.copyOf(steps);
  }

  /** Whether it prepares or clears away, and settles nothing. */
  boolean isFrame() {
    return id.equals("before") || id.equals("after");
  }
}
