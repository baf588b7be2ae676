package dev.freshet.contract.stage;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.freshet.contract.Json;
import java.util.List;

/**
 * Tells that a lane has published a change set; written after the commit that finished it.
 *
 * @param formatVersion 1
 * @param contract the contract id
 * @param sequence the change set
 * @param lane the lane
 * @param manifestDigest the digest of the manifest published
 * @param ledgerId the ledger that holds the position
 * @param topic where the records are
 * @param topicId Kafka's id of that topic
 * @param partitions what was written where; empty if the lane had no rows
 * @param upserts records that are no deletes
 * @param deletes delete records
 * @param publishedAt when the last transaction was prepared (ISO-8601, UTC)
 */
@JsonPropertyOrder({
  "format_version",
  "contract",
  "sequence",
  "lane",
  "manifest_digest",
  "ledger_id",
  "topic",
  "topic_id",
  "partitions",
  "upserts",
  "deletes",
  "published_at"
})
public record Receipt(
    @JsonProperty("format_version") int formatVersion,
    @JsonProperty("contract") String contract,
    @JsonProperty("sequence") long sequence,
    @JsonProperty("lane") int lane,
    @JsonProperty("manifest_digest") String manifestDigest,
    @JsonProperty("ledger_id") String ledgerId,
    @JsonProperty("topic") String topic,
    @JsonProperty("topic_id") String topicId,
    @JsonProperty("partitions") List<Span> partitions,
    @JsonProperty("upserts") long upserts,
    @JsonProperty("deletes") long deletes,
    @JsonProperty("published_at") String publishedAt) {

  public static final int FORMAT_VERSION = 1;

  /**
   * The hull of what was written to one topic partition: markers and aborted records may lie
   * inside, so only the count is exact.
   */
  @JsonPropertyOrder({"partition", "first_offset", "last_offset", "records"})
  public record Span(
      @JsonProperty("partition") int partition,
      @JsonProperty("first_offset") long firstOffset,
      @JsonProperty("last_offset") long lastOffset,
      @JsonProperty("records") long records) {}

  public Receipt {
    partitions = List.copyOf(partitions);
  }

  /**
   * Reads a receipt.
   *
   * @param name its key, for messages
   * @throws IllegalArgumentException if it is none
   */
  public static Receipt read(String name, String text) {
    try {
      return Json.STRICT.readValue(text, Receipt.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          name + ": not a receipt (" + e.getOriginalMessage() + ")", e);
    }
  }

  /** The object's text. */
  public String text() {
    return Json.STRICT.valueToTree(this).toString();
  }
}
