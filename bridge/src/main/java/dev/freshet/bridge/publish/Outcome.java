package dev.freshet.bridge.publish;

import dev.freshet.bridge.ledger.LedgerEntry;

/** How a transaction ended. Failing has two meanings, "it did not happen" and "I cannot know". */
public sealed interface Outcome {
  /** Records and entry are there. */
  record Committed(LedgerEntry entry) implements Outcome {}

  /** Aborted; the same again may work. */
  record Transient(String why) implements Outcome {}

  /** Aborted; the same again fails the same way until somebody changes something. */
  record Refused(String why) implements Outcome {}

  /**
   * The producer is of no use any more: it was fenced, or whether it committed is not known. Only
   * the ledger can tell.
   */
  record Lost(String why) implements Outcome {}
}
