package dev.freshet.bridge.publish;

import dev.freshet.bridge.config.BridgeConfig;
import dev.freshet.bridge.fact.Fact;
import dev.freshet.bridge.fact.FactReader;
import dev.freshet.bridge.stage.PartException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The facts of one bucket in the order of key text (by its UTF-8 bytes) and {@code __n}, which is
 * unique, so that the order is the same whatever files the rows stand in and whatever order those
 * are read in (docs/adr/0008). The bucket is in memory from the first fact to the last.
 */
final class BucketFacts implements FactReader {
  private static final Comparator<Fact> ORDER =
      Comparator.comparing(Fact::key, Arrays::compareUnsigned).thenComparingLong(Fact::n);

  private final List<@Nullable Fact> sorted;
  private int next;

  private BucketFacts(List<@Nullable Fact> sorted, int from) {
    this.sorted = sorted;
    this.next = from;
  }

  /** Opens a part of the bucket at its first row. */
  interface Parts {
    FactReader open(int part);
  }

  /**
   * Reads and sorts a bucket.
   *
   * @param from the first row wanted, in the order of the bucket
   * @throws PartException if it is larger than the bounds, or two rows have one place
   */
  static BucketFacts read(Stretch bucket, Parts parts, BridgeConfig.Bucket bounds, long from) {
    if (bucket.rows() > bounds.maxRows()) {
      throw tooLarge(
          bucket, "has " + bucket.rows() + " rows; bucket.max-rows allows " + bounds.maxRows());
    }
    List<@Nullable Fact> facts = new ArrayList<>((int) bucket.rows());
    long bytes = 0;
    for (int part = bucket.first(); part < bucket.end(); part++) {
      try (FactReader reader = parts.open(part)) {
        for (Fact fact = reader.next(); fact != null; fact = reader.next()) {
          facts.add(fact);
          bytes += fact.bytes();
          if (bytes > bounds.maxBytes()) {
            throw tooLarge(
                bucket, "takes more than the " + bounds.maxBytes() + " bytes of bucket.max-bytes");
          }
        }
      }
    }
    facts.sort(ORDER);
    requireUnique(bucket, facts);
    return new BucketFacts(facts, Math.toIntExact(from));
  }

  private static void requireUnique(Stretch bucket, List<? extends @Nullable Fact> sorted) {
    Fact before = null;
    for (Fact fact : sorted) {
      if (before != null && fact != null && ORDER.compare(before, fact) == 0) {
        throw new PartException(
            name(bucket)
                + " has two rows that say they are number "
                + fact.n()
                + " of one key: row "
                + before.row()
                + " of "
                + bucket.manifest().parts().get(before.part()).key()
                + " and row "
                + fact.row()
                + " of "
                + bucket.manifest().parts().get(fact.part()).key());
      }
      before = fact;
    }
  }

  private static PartException tooLarge(Stretch bucket, String what) {
    return new PartException(
        name(bucket)
            + " "
            + what
            + ". It must be sorted in memory: raise the bound with the bridge's memory, or ask the"
            + " owner why so many rows came at once");
  }

  private static String name(Stretch bucket) {
    return "Bucket "
        + bucket.bucket().orElseThrow()
        + " of change set "
        + bucket.manifest().sequence();
  }

  @Override
  public @Nullable Fact next() {
    return next < sorted.size() ? sorted.set(next++, null) : null;
  }

  @Override
  public long position() {
    return next;
  }

  @Override
  public void close() {
    sorted.clear();
  }
}
