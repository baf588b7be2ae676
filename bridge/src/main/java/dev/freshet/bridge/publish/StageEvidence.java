package dev.freshet.bridge.publish;

import dev.freshet.bridge.admission.Admission;
import dev.freshet.bridge.ledger.Lane;
import dev.freshet.bridge.ledger.TopicIdentity;
import dev.freshet.contract.stage.Receipt;
import java.util.Optional;

/**
 * What receipts, manifests and the topic testify to about a lane. Receipts of other ledgers prove
 * nothing.
 */
record StageEvidence(
    LaneSource source, Destination destination, Lane lane, String ledgerId, TopicIdentity topic)
    implements Admission.Evidence {
  @Override
  public Optional<String> receiptDigest(long sequence, int number) {
    return destination
        .receipt(lane.beside(number), sequence)
        .filter(r -> r.ledgerId().equals(ledgerId))
        .map(Receipt::manifestDigest);
  }

  @Override
  public Optional<Integer> lanesOf(long sequence) {
    return source.manifest(lane, sequence).map(m -> m.manifest().lanes());
  }
}
