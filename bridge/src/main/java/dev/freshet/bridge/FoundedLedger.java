package dev.freshet.bridge;

import dev.freshet.bridge.kafka.KafkaClients;
import dev.freshet.bridge.ledger.Founding;
import dev.freshet.bridge.ledger.Genesis;
import dev.freshet.bridge.ledger.KafkaLedger;
import java.util.UUID;

/** A ledger that was looked at and is the one that was founded. */
record FoundedLedger(KafkaLedger ledger, Genesis genesis) implements AutoCloseable {
  /**
   * Looks.
   *
   * @throws dev.freshet.bridge.ledger.LedgerException if it is missing or another
   */
  static FoundedLedger on(KafkaClients kafka, String topic) {
    KafkaLedger ledger = new KafkaLedger(kafka, topic);
    try {
      return new FoundedLedger(ledger, new Founding(ledger, UUID::randomUUID).verify());
    } catch (RuntimeException e) {
      ledger.close();
      throw e;
    }
  }

  String topic() {
    return ledger.shape().name();
  }

  @Override
  public void close() {
    ledger.close();
  }
}
