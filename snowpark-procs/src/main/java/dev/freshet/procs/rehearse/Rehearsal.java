package dev.freshet.procs.rehearse;

import dev.freshet.contract.ReplayId;
import dev.freshet.contract.Rule;
import java.util.Map;

/** How the last rehearsal of a version stands. */
public sealed interface Rehearsal {

  /** There is none that could still pass. */
  record None() implements Rehearsal {}

  /** Rows of the source break rules that halt; nothing was unloaded. */
  record Broken(Map<Rule, Long> rules) implements Rehearsal {
    public Broken {
      rules = Map.copyOf(rules);
    }
  }

  /** The bridge was asked, and has not told yet. */
  record Waiting(ReplayId id, long rows) implements Rehearsal {}

  /** The bridge published the rows and read them back. */
  record Passed(ReplayId id, long rows) implements Rehearsal {}

  /** It ended without that; the next one has another id. */
  record Failed(ReplayId id, String message) implements Rehearsal {}
}
