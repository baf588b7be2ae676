package dev.freshet.bridge.publish;

import dev.freshet.bridge.ledger.LedgerEntry;
import dev.freshet.contract.stage.Receipt;
import java.util.List;
import java.util.function.Function;

/**
 * A publisher's line into Kafka: one transaction at a time, and only one line per publisher in the
 * world; opening one shuts all earlier ones out. One thread.
 */
public interface Publication extends AutoCloseable {
  /**
   * Writes records and the ledger entry that speaks of them in one transaction.
   *
   * @param entry makes the entry from the spans that the records took, one for each topic partition
   */
  Outcome publish(Batch batch, Function<List<Receipt.Span>, LedgerEntry> entry);

  /** Lets go at once; an open transaction is left to be aborted. */
  @Override
  void close();

  /** Opens publications. Thread-safe. */
  @FunctionalInterface
  interface Opener {
    /**
     * Opens the publication of a ledger partition; an earlier owner's open transaction is ended.
     *
     * @throws PublicationUnavailableException if it cannot be had now
     */
    Publication open(int partition);
  }
}
