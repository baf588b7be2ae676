package dev.freshet.contract.manifest;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.freshet.contract.ContractId;
import dev.freshet.contract.Version;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Makes a change set exist: written last, never changed. {@link ManifestCodec} writes and reads it
 * and keeps the digest.
 *
 * @param contract whose facts these are
 * @param contractVersion the version that shaped them
 * @param sequence the change set's number, from 1, without gaps
 * @param previousDigest the digest of the manifest before; empty for sequence 1
 * @param kind why the change set exists
 * @param createdAt when the change set was committed in Snowflake
 * @param source where the facts come from
 * @param rows how many of each
 * @param eventTime the earliest and latest event time, if the contract declares one
 * @param lanes the number of lanes in force
 * @param lanesSince the first sequence with that number
 * @param parts the Parquet files, in the order of publication; empty if nothing is left to publish
 */
public record Manifest(
    ContractId contract,
    Version contractVersion,
    long sequence,
    Optional<String> previousDigest,
    Kind kind,
    Instant createdAt,
    Source source,
    Rows rows,
    Optional<EventTime> eventTime,
    int lanes,
    long lanesSince,
    List<Part> parts) {

  /** The only version of the format so far. */
  public static final int FORMAT_VERSION = 1;

  /** Why a change set exists. */
  public enum Kind {
    CHANGES,
    SNAPSHOT,
    REBASELINE,
    RELEASE,
    END
  }

  public Manifest {
    parts = List.copyOf(parts);
    if (sequence < 1) {
      throw new IllegalArgumentException("a sequence begins with 1, found " + sequence);
    }
    if (previousDigest.isPresent() == (sequence == 1)) {
      throw new IllegalArgumentException(
          "every change set but the first names its predecessor's digest; sequence "
              + sequence
              + (sequence == 1 ? " names one" : " names none"));
    }
    if (lanes < 1 || lanesSince < 1 || lanesSince > sequence) {
      throw new IllegalArgumentException(
          "lanes must be 1 or more, in force since a sequence not after this one; found "
              + lanes
              + " since "
              + lanesSince
              + " in sequence "
              + sequence);
    }
    PartOrder.require(parts, lanes);
  }

  /** The lane that all rows of a part belong to; empty if they are mixed. */
  public Optional<Integer> laneOf(Part part) {
    return part.lane().or(() -> part.bucket().map(b -> b % lanes));
  }

  /** The rows of all parts. */
  public long publishedRows() {
    return parts.stream().mapToLong(Part::rows).sum();
  }

  /**
   * Where the facts come from.
   *
   * @param account the Snowflake account
   * @param object the table, view or dynamic table
   * @param stream the stream read
   * @param queryIds the statements that took and unloaded the rows, for ACCESS_HISTORY
   */
  @JsonPropertyOrder({"account", "object", "stream", "query_ids"})
  public record Source(
      String account,
      String object,
      String stream,
      @JsonProperty("query_ids") List<String> queryIds) {
    public Source {
      queryIds = List.copyOf(queryIds);
    }
  }

  /**
   * Counts of rows.
   *
   * @param upserts published, not deletes
   * @param deletes published deletes
   * @param rejected set aside by a rule
   * @param filtered kept out by the contract's condition
   * @param unchanged equal before and after
   */
  @JsonPropertyOrder({"upserts", "deletes", "rejected", "filtered", "unchanged"})
  public record Rows(long upserts, long deletes, long rejected, long filtered, long unchanged) {}

  /** The earliest and latest event time of the change set, as the contract's field shows it. */
  @JsonPropertyOrder({"min", "max"})
  public record EventTime(String min, String max) {}

  /**
   * One Parquet file.
   *
   * @param key its object key below the stage
   * @param bytes its size
   * @param rows its rows
   * @param etag S3's entity tag without quotes; not always an MD5
   * @param lane the lane all its rows belong to; null if they are mixed
   * @param bucket the bucket all its rows belong to; null if there are none. The number of buckets
   *     is a multiple of the lanes, and bucket modulo lanes is the lane
   */
  @JsonPropertyOrder({"key", "bytes", "rows", "etag", "lane", "bucket"})
  public record Part(
      String key,
      long bytes,
      long rows,
      String etag,
      Optional<Integer> lane,
      Optional<Integer> bucket) {
    public Part {
      Objects.requireNonNull(key, "a part has no key");
      Objects.requireNonNull(etag, "a part has no etag");
    }
  }
}
