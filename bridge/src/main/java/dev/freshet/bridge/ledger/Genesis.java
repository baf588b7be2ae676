package dev.freshet.bridge.ledger;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.freshet.contract.Json;

/**
 * The first record of every ledger partition: which ledger this is. A ledger that was lost,
 * recreated or given more partitions does not match it, and nothing is published.
 *
 * @param formatVersion 1
 * @param ledgerId a random id; receipts name it too
 * @param clusterId the Kafka cluster it was made in
 * @param partitions the ledger's number of partitions, fixed for ever: lanes hash over it
 */
@JsonPropertyOrder({"format_version", "ledger_id", "cluster_id", "partitions"})
public record Genesis(
    @JsonProperty("format_version") int formatVersion,
    @JsonProperty("ledger_id") String ledgerId,
    @JsonProperty("cluster_id") String clusterId,
    @JsonProperty("partitions") int partitions) {

  public static final int FORMAT_VERSION = 1;

  /** Its key in every partition; no lane has such a key. */
  public static final String KEY = "genesis";

  /**
   * Reads a genesis record.
   *
   * @param where the topic and partition, for messages
   * @throws LedgerException if it is none of a known format
   */
  public static Genesis read(String where, String text) {
    try {
      Genesis genesis = Json.STRICT.readValue(text, Genesis.class);
      if (genesis.formatVersion() == FORMAT_VERSION) {
        return genesis;
      }
      throw new LedgerException(
          where
              + ": the ledger has format version "
              + genesis.formatVersion()
              + ", known here is "
              + FORMAT_VERSION
              + "; upgrade the bridge");
    } catch (JsonProcessingException e) {
      throw new LedgerException(
          where + ": the genesis record cannot be read: " + e.getOriginalMessage(), e);
    }
  }

  /** The record's text. */
  public String text() {
    return Json.STRICT.valueToTree(this).toString();
  }
}
