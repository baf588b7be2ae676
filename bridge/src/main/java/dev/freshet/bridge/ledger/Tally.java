package dev.freshet.bridge.ledger;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.freshet.contract.stage.Receipt;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a lane has written since the start of its change set.
 *
 * @param spans the hull of what stands in each topic partition, by partition
 * @param upserts records that are no deletes
 * @param deletes delete records
 */
@JsonPropertyOrder({"spans", "upserts", "deletes"})
public record Tally(
    @JsonProperty("spans") List<Receipt.Span> spans,
    @JsonProperty("upserts") long upserts,
    @JsonProperty("deletes") long deletes) {

  public static final Tally NOTHING = new Tally(List.of(), 0, 0);

  public Tally {
    spans = List.copyOf(spans);
  }

  /** All records. */
  public long records() {
    return upserts + deletes;
  }

  /** This and what was written after it. */
  public Tally plus(Collection<Receipt.Span> later, long moreUpserts, long moreDeletes) {
    Map<Integer, Receipt.Span> hulls = new TreeMap<>();
    spans.forEach(s -> hulls.put(s.partition(), s));
    later.forEach(s -> hulls.merge(s.partition(), s, Tally::hull));
    return new Tally(List.copyOf(hulls.values()), upserts + moreUpserts, deletes + moreDeletes);
  }

  private static Receipt.Span hull(Receipt.Span a, Receipt.Span b) {
    return new Receipt.Span(
        a.partition(),
        Math.min(a.firstOffset(), b.firstOffset()),
        Math.max(a.lastOffset(), b.lastOffset()),
        a.records() + b.records());
  }
}
