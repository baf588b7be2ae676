package dev.freshet.bridge.publish;

import dev.freshet.bridge.ledger.Genesis;
import dev.freshet.bridge.ledger.Lane;
import dev.freshet.bridge.ledger.LedgerEntry;
import dev.freshet.bridge.ledger.Progress;
import dev.freshet.bridge.ledger.Tally;
import dev.freshet.bridge.ledger.TopicIdentity;
import dev.freshet.contract.stage.Receipt;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Makes ledger entries, with the receipt of a lane that has done a change set. */
record Receipts(Genesis genesis, Clock clock) {
  LedgerEntry entry(Lane lane, Progress progress, String topic, TopicIdentity identity) {
    return new LedgerEntry(
        LedgerEntry.FORMAT_VERSION,
        genesis.ledgerId(),
        progress,
        identity,
        progress.complete() ? List.of(of(lane, progress, topic, identity)) : List.of());
  }

  private Receipt of(Lane lane, Progress done, String topic, TopicIdentity identity) {
    Tally tally = done.tally();
    return new Receipt(
        Receipt.FORMAT_VERSION,
        lane.contract().toString(),
        done.sequence(),
        lane.number(),
        done.manifestDigest(),
        genesis.ledgerId(),
        topic,
        identity.id(),
        tally.spans(),
        tally.upserts(),
        tally.deletes(),
        clock.instant().truncatedTo(ChronoUnit.MILLIS).toString());
  }
}
