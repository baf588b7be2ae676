package dev.freshet.bridge.publish;

import dev.freshet.bridge.fact.Fact;
import dev.freshet.bridge.ledger.Progress;
import dev.freshet.bridge.ledger.Tally;
import dev.freshet.bridge.record.Envelope;
import dev.freshet.bridge.record.OutboundRecord;
import dev.freshet.contract.stage.Receipt;
import java.util.List;

/**
 * The rows that go into one transaction.
 *
 * @param envelope gives their headers
 * @param records in order
 * @param after where the lane is once they are committed, but for the tally, which does not count
 *     them yet
 */
record Slice(Envelope envelope, List<OutboundRecord> records, Progress after) {
  /** Where the lane is once they are committed, with what they took of the topic. */
  Progress progress(List<Receipt.Span> spans) {
    long deletes = records.stream().filter(r -> r.op() == Fact.Op.DELETE).count();
    Tally tally = after.tally().plus(spans, records.size() - deletes, deletes);
    return new Progress(
        after.sequence(),
        after.manifestDigest(),
        after.complete(),
        after.part(),
        after.row(),
        after.partEtag(),
        after.bucket(),
        after.after(),
        tally);
  }
}
