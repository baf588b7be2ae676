package dev.freshet.contract.stage;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.freshet.contract.Json;

/**
 * Names a contract's last announced sequence. A hint: the manifests are the truth.
 *
 * @param contract the contract id
 * @param sequence the last announced sequence
 * @param digest that manifest's digest
 */
@JsonPropertyOrder({"contract", "sequence", "digest"})
public record Head(
    @JsonProperty("contract") String contract,
    @JsonProperty("sequence") long sequence,
    @JsonProperty("digest") String digest) {

  /**
   * Reads a head object.
   *
   * @param name its key, for messages
   * @throws IllegalArgumentException if it is none
   */
  public static Head read(String name, String text) {
    try {
      Head head = Json.STRICT.readValue(text, Head.class);
      if (head == null) {
        throw new IllegalArgumentException(name + ": not a head object (null)");
      }
      return head;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          name + ": not a head object (" + e.getOriginalMessage() + ")", e);
    }
  }

  /** The object's text. */
  public String text() {
    return Json.STRICT.valueToTree(this).toString();
  }
}
