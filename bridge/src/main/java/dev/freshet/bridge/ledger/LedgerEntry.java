package dev.freshet.bridge.ledger;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.freshet.contract.Json;
import dev.freshet.contract.stage.Receipt;
import java.util.List;

/**
 * Where a lane stands, written in the transaction that carries the records it speaks of. Version 1
 * of the format (docs/protocol.md).
 *
 * @param formatVersion 1
 * @param ledgerId the ledger it belongs to
 * @param progress how far the lane is
 * @param topic the topic it wrote to
 * @param due receipts that may not be on the stage yet, whole
 */
@JsonPropertyOrder({"format_version", "ledger_id", "progress", "topic", "due"})
public record LedgerEntry(
    @JsonProperty("format_version") int formatVersion,
    @JsonProperty("ledger_id") String ledgerId,
    @JsonProperty("progress") Progress progress,
    @JsonProperty("topic") TopicIdentity topic,
    @JsonProperty("due") List<Receipt> due) {

  public static final int FORMAT_VERSION = 1;

  public LedgerEntry {
    due = List.copyOf(due);
    if (formatVersion != FORMAT_VERSION) {
      throw new IllegalArgumentException(
          "ledger entries of format version "
              + formatVersion
              + " are not known here (known: "
              + FORMAT_VERSION
              + "); upgrade the bridge");
    }
  }

  /**
   * Reads an entry.
   *
   * @param lane whose entry it is, for messages
   * @throws LedgerException if it is none
   */
  public static LedgerEntry read(Lane lane, String text) {
    try {
      JsonNode json = Json.STRICT.readTree(text);
      if (json.path("progress") instanceof ObjectNode progress && !progress.has("bucket")) {
        progress.putNull("bucket"); // it is written only where there is one
      }
      return Json.STRICT.treeToValue(json, LedgerEntry.class);
    } catch (JsonProcessingException e) {
      throw new LedgerException(
          "The ledger entry of lane " + lane + " cannot be read: " + e.getOriginalMessage(), e);
    }
  }

  /** The entry's text. */
  public String text() {
    return Json.STRICT.valueToTree(this).toString();
  }
}
