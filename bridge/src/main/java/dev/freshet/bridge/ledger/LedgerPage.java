package dev.freshet.bridge.ledger;

import java.util.Map;
import java.util.Optional;

/** All that a ledger partition holds up to its high-water mark. */
public record LedgerPage(Optional<Genesis> genesis, Map<Lane, LedgerEntry> entries) {
  public LedgerPage {
    entries = Map.copyOf(entries);
  }
}
