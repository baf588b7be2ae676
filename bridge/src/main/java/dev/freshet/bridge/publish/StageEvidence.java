package dev.freshet.bridge.publish;

import dev.freshet.bridge.admission.Admission;
import dev.freshet.bridge.ledger.TopicIdentity;
import dev.freshet.bridge.stage.Shelf;
import dev.freshet.contract.ContractId;
import dev.freshet.contract.stage.Receipt;
import java.util.Optional;

/** What receipts, manifests and the topic testify to. Receipts of other ledgers prove nothing. */
record StageEvidence(Shelf shelf, ContractId contract, String ledgerId, TopicIdentity topic)
    implements Admission.Evidence {
  @Override
  public Optional<String> receiptDigest(long sequence, int lane) {
    return shelf
        .receipt(contract, sequence, lane)
        .filter(r -> r.ledgerId().equals(ledgerId))
        .map(Receipt::manifestDigest);
  }

  @Override
  public Optional<Integer> lanesOf(long sequence) {
    return shelf.manifest(contract, sequence).map(m -> m.manifest().lanes());
  }
}
