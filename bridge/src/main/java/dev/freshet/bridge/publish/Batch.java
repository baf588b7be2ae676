package dev.freshet.bridge.publish;

import dev.freshet.bridge.ledger.Lane;
import dev.freshet.bridge.record.Envelope;
import dev.freshet.bridge.record.OutboundRecord;
import java.util.List;

/**
 * Records of one lane that go into one transaction.
 *
 * @param lane whose records these are
 * @param topic where they go
 * @param envelope gives their headers
 * @param records in order; may be empty
 */
public record Batch(Lane lane, String topic, Envelope envelope, List<OutboundRecord> records) {}
