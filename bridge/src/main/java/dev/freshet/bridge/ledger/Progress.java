package dev.freshet.bridge.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.freshet.contract.manifest.SealedManifest;
import java.util.Optional;

/**
 * How far a lane is in a change set.
 *
 * @param sequence the change set in hand, or the last one done
 * @param manifestDigest its manifest's digest
 * @param complete whether all its rows are published
 * @param part the part of the next row, as an index into the manifest's parts; of a bucket its
 *     first part
 * @param row the next row of that part, from 0, other lanes' rows counted too; of a bucket the next
 *     in the order of key and {@code __n}
 * @param partEtag the entity tag of the part in hand; empty if the next row is the first of a part
 *     or bucket, and in a bucket, where several parts are in hand
 * @param bucket the bucket in hand; empty if none is, or the next row is its first. Left out of the
 *     JSON if empty, so that a bridge that does not know buckets refuses to go on inside one
 * @param after the last published row's place among those of its key, to hold the order over a
 *     restart; empty at the start of a change set
 * @param tally what was written since its start
 */
@JsonPropertyOrder({
  "sequence",
  "manifest_digest",
  "complete",
  "part",
  "row",
  "part_etag",
  "bucket",
  "after",
  "tally"
})
public record Progress(
    @JsonProperty("sequence") long sequence,
    @JsonProperty("manifest_digest") String manifestDigest,
    @JsonProperty("complete") boolean complete,
    @JsonProperty("part") int part,
    @JsonProperty("row") long row,
    @JsonProperty("part_etag") Optional<String> partEtag,
    @JsonProperty("bucket") @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<Integer> bucket,
    @JsonProperty("after") Optional<Place> after,
    @JsonProperty("tally") Tally tally) {

  /** At the first row of a change set. */
  public static Progress startOf(SealedManifest manifest) {
    return new Progress(
        manifest.manifest().sequence(),
        manifest.digest(),
        false,
        0,
        0,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Tally.NOTHING);
  }

  /**
   * A row's place among those of its key.
   *
   * @param key the first 16 hexadecimal digits of the key text's SHA-256: the ledger holds no
   *     values
   * @param n its {@code __n}
   */
  @JsonPropertyOrder({"key", "n"})
  public record Place(@JsonProperty("key") String key, @JsonProperty("n") long n) {}
}
