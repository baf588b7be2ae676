package dev.freshet.bridge.ledger;

import java.util.Map;
import java.util.Optional;

/** All that a ledger partition holds up to its high-water mark. */
public record LedgerPage(Optional<Genesis> genesis, Map<Lane, LedgerEntry> entries) {
  public LedgerPage {
    entries = Map.copyOf(entries);
  }

  /**
   * Holds the page to the ledger that this instance was started on.
   *
   * @param partition where it was read, for the message
   * @throws LedgerException if it is of another
   */
  public void requireOf(Genesis ledger, int partition) {
    if (!genesis.equals(Optional.of(ledger))) {
      throw new LedgerException(
          "Ledger partition "
              + partition
              + " is not of the ledger "
              + ledger.ledgerId()
              + " any more that this instance was started on; was the topic recreated?");
    }
  }
}
