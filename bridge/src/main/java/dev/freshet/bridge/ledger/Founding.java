package dev.freshet.bridge.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Makes a topic a ledger, once, and checks at every start that it still is the same one. Entries
 * may only be trusted, and missing ones only be taken for "never published", in the ledger that was
 * founded.
 */
public final class Founding {
  private final Ledger ledger;
  private final Supplier<UUID> ids;

  public Founding(Ledger ledger, Supplier<UUID> ids) {
    this.ledger = ledger;
    this.ids = ids;
  }

  /**
   * What founding did or would do.
   *
   * @param genesis the ledger's genesis
   * @param written the partitions that lacked it
   */
  public record Outcome(Genesis genesis, List<Integer> written) {
    public Outcome {
      written = List.copyOf(written);
    }
  }

  /**
   * Writes the genesis where it is missing. A rerun completes the id that is there.
   *
   * @param dryRun look only
   * @throws LedgerException if the topic cannot be a ledger, or holds another one
   */
  public Outcome found(boolean dryRun) {
    Ledger.Shape shape = soundShape();
    Map<Integer, Genesis> found = ledger.geneses();
    List<Integer> missing = new ArrayList<>();
    Optional<Genesis> known = found.values().stream().findFirst();
    for (int partition = 0; partition < shape.partitions(); partition++) {
      Genesis here = found.get(partition);
      if (here == null) {
        missing.add(partition);
      } else {
        requireSame(shape, partition, known.orElse(here), here);
      }
    }
    Genesis genesis =
        known.orElseGet(
            () ->
                new Genesis(
                    Genesis.FORMAT_VERSION,
                    ids.get().toString(),
                    shape.clusterId(),
                    shape.partitions()));
    requireFits(shape, genesis);
    if (!missing.isEmpty() && !dryRun) {
      ledger.found(genesis, missing);
    }
    return new Outcome(genesis, missing);
  }

  /**
   * The genesis that all partitions agree on.
   *
   * @throws LedgerException if one is missing or different; nothing must be published then
   */
  public Genesis verify() {
    Outcome outcome = found(true);
    if (!outcome.written().isEmpty()) {
      throw new LedgerException(
          "Topic "
              + ledger.shape().name()
              + " is no ledger yet: partitions "
              + outcome.written()
              + " have no genesis record. If it is new, run 'freshet bridge init-ledger'. If it"
              + " held positions before, they are lost: do not start, look at docs/protocol.md,"
              + " 'The ledger is lost'.");
    }
    return outcome.genesis();
  }

  private Ledger.Shape soundShape() {
    Ledger.Shape shape = ledger.shape();
    if (!shape.cleanupPolicy().equals("compact")) {
      throw new LedgerException(
          "Topic "
              + shape.name()
              + " has cleanup.policy="
              + shape.cleanupPolicy()
              + "; a ledger must be purely compacted, or positions expire. Set"
              + " cleanup.policy=compact.");
    }
    return shape;
  }

  private static void requireSame(Ledger.Shape shape, int partition, Genesis known, Genesis here) {
    if (!known.equals(here)) {
      throw new LedgerException(
          "Topic "
              + shape.name()
              + " holds two ledgers: partition "
              + partition
              + " says "
              + here.ledgerId()
              + ", another says "
              + known.ledgerId()
              + ". Nothing is published until someone finds out which is right.");
    }
  }

  private static void requireFits(Ledger.Shape shape, Genesis genesis) {
    if (!genesis.clusterId().equals(shape.clusterId())) {
      throw new LedgerException(
          "Topic "
              + shape.name()
              + " holds the ledger of another Kafka cluster ("
              + genesis.clusterId()
              + "; this one is "
              + shape.clusterId()
              + "). A copied ledger does not speak of this cluster's records.");
    }
    if (genesis.partitions() != shape.partitions()) {
      throw new LedgerException(
          "Topic "
              + shape.name()
              + " has "
              + shape.partitions()
              + " partitions, its genesis says "
              + genesis.partitions()
              + ". The number is fixed for ever, because lanes hash over it.");
    }
  }
}
