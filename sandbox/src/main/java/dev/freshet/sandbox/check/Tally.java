package dev.freshet.sandbox.check;

import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What one witness (the log, the manifests, the receipts, the topic) says about each change set of
 * a contract.
 */
public final class Tally {
  private final String witness;
  private final SortedMap<Long, Published> changeSets = new TreeMap<>();

  Tally(String witness) {
    this.witness = witness;
  }

  void add(long sequence, Published published) {
    changeSets.merge(sequence, published, Published::plus);
  }

  /** Who says it, in the plural or singular that fits a table's first column. */
  public String witness() {
    return witness;
  }

  /** How many change sets it knows. */
  public int changeSets() {
    return changeSets.size();
  }

  /** The sum over all change sets. */
  public Published total() {
    return changeSets.values().stream().reduce(Published.NOTHING, Published::plus);
  }

  private Published of(long sequence) {
    return changeSets.getOrDefault(sequence, Published.NOTHING);
  }

  /**
   * Notes every change set about which the other says something else; not being known counts as
   * nothing published.
   */
  void compare(Tally other, Problems problems) {
    SortedSet<Long> sequences = new TreeSet<>(changeSets.keySet());
    sequences.addAll(other.changeSets.keySet());
    for (long sequence : sequences) {
      if (!of(sequence).equals(other.of(sequence))) {
        problems.add(
            "change sets of which the %s and the %s tell different counts"
                .formatted(witness, other.witness),
            "%d (%s; %s)".formatted(sequence, of(sequence), other.of(sequence)));
      }
    }
  }
}
