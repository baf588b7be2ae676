package dev.freshet.bridge.ledger;

import java.util.Collection;
import java.util.Map;

/** The compacted topic that holds each lane's position. Thread-safe. */
public interface Ledger {
  /** What the topic is now. */
  Shape shape();

  /**
   * The genesis of each partition that has one. A partition is not called empty before its
   * high-water mark is read.
   *
   * @throws LedgerNotReadyException if an end is not reached in time
   */
  Map<Integer, Genesis> geneses();

  /** The partition that holds a lane's entry, and so the publisher that serves it. */
  int partitionOf(Lane lane);

  /**
   * Reads a partition up to the end that any writer has reached, waiting for open transactions to
   * end: stopping below one could miss a committed position and publish twice.
   *
   * @throws LedgerNotReadyException if the end is not reached in time; names what is in the way
   * @throws LedgerException if a record is none of ours
   */
  LedgerPage read(int partition);

  /**
   * Writes the genesis into the partitions that lack it, all in one transaction.
   *
   * @throws LedgerException if somebody else does so at the same time
   */
  void found(Genesis genesis, Collection<Integer> partitions);

  /**
   * What Kafka says of the topic.
   *
   * @param name the topic
   * @param clusterId the cluster it is in
   * @param partitions its number of partitions
   * @param cleanupPolicy its {@code cleanup.policy}
   */
  record Shape(String name, String clusterId, int partitions, String cleanupPolicy) {}
}
