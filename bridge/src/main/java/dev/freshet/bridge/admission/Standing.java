package dev.freshet.bridge.admission;

import dev.freshet.bridge.ledger.Lane;
import dev.freshet.bridge.ledger.LedgerEntry;
import dev.freshet.bridge.ledger.Progress;
import dev.freshet.bridge.ledger.TopicIdentity;
import java.util.Optional;

/**
 * Where a lane stands and what it looks for.
 *
 * @param lane the lane
 * @param entry its entry in the ledger; empty if it never published
 * @param expected the sequence in hand, or the next in which the lane has a part
 */
public record Standing(Lane lane, Optional<LedgerEntry> entry, long expected) {
  /** How far the lane is, if it ever began. */
  public Optional<Progress> progress() {
    return entry.map(LedgerEntry::progress);
  }

  /** The topic that the lane wrote to, if it ever began. */
  public Optional<TopicIdentity> topic() {
    return entry.map(LedgerEntry::topic);
  }
}
