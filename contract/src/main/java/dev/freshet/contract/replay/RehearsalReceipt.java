package dev.freshet.contract.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.freshet.contract.Json;
import dev.freshet.contract.stage.Receipt;

/**
 * Tells that a rehearsal was published and read back: the usual receipt with one field more.
 *
 * @param receipt what was published where; its topic is the staging topic
 * @param readBack records read from there as a consumer reads, and decoded by the contract
 */
public record RehearsalReceipt(Receipt receipt, long readBack) {
  private static final String READ_BACK = "read_back";

  /**
   * Reads one.
   *
   * @param name its key, for messages
   * @throws ReplayException if it is none
   */
  public static RehearsalReceipt read(String name, String text) {
    try {
      JsonNode json = Json.STRICT.readTree(text);
      JsonNode count = json.path(READ_BACK);
      if (json instanceof ObjectNode object && count.isIntegralNumber()) {
        object.remove(READ_BACK);
        return new RehearsalReceipt(Receipt.read(name, object.toString()), count.longValue());
      }
      throw new ReplayException(
          name + ": not a rehearsal's receipt: it lacks a whole number " + READ_BACK);
    } catch (JsonProcessingException e) {
      throw new ReplayException(
          name + ": not readable as JSON (" + e.getOriginalMessage() + "); truncated?", e);
    } catch (IllegalArgumentException e) {
      throw new ReplayException(String.valueOf(e.getMessage()), e);
    }
  }

  /** The object's text. */
  public String text() {
    ObjectNode json = Json.STRICT.valueToTree(receipt);
    return json.put(READ_BACK, readBack).toString();
  }
}
