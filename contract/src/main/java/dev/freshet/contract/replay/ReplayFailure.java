package dev.freshet.contract.replay;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.freshet.contract.Json;
import java.util.Locale;

/**
 * Tells that a replay ended without doing what was asked. It is not taken up again; once the cause
 * is cured, ask under another id.
 *
 * @param formatVersion 1
 * @param contract the contract id
 * @param id the replay's id
 * @param reason what kind of cause
 * @param message what was found in which object, and what to do; holds no values of rows
 * @param failedAt ISO-8601, UTC
 */
@JsonPropertyOrder({"format_version", "contract", "id", "reason", "message", "failed_at"})
public record ReplayFailure(
    @JsonProperty("format_version") int formatVersion,
    @JsonProperty("contract") String contract,
    @JsonProperty("id") String id,
    @JsonProperty("reason") Reason reason,
    @JsonProperty("message") String message,
    @JsonProperty("failed_at") String failedAt) {

  public static final int FORMAT_VERSION = 1;

  /** Why a replay can end early. */
  public enum Reason {
    /** The request cannot be read, or asks for a target or action that is not known. */
    REQUEST,
    /** The target topic is not there, or the bridge may not see it. */
    TOPIC_MISSING,
    /** A part or the contract is missing or not what it should be, or a row cannot be encoded. */
    DATA,
    /** Kafka refuses a record or a ledger entry. */
    REFUSED,
    /** The schema registry refuses a schema, or lacks it. */
    SCHEMA_REFUSED,
    /** What the consumer read is not what was published. */
    READ_BACK,
    /** Ledger, topic and request cannot all be true. */
    CONTRADICTION;

    /** As it is written: lower case, joined by hyphens. */
    @JsonValue
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * Reads a failure.
   *
   * @param name its key, for messages
   * @throws ReplayException if it is none
   */
  public static ReplayFailure read(String name, String text) {
    try {
      return Json.STRICT.readValue(text, ReplayFailure.class);
    } catch (JsonProcessingException e) {
      throw new ReplayException(
          name + ": not a replay's failure (" + e.getOriginalMessage() + ")", e);
    }
  }

  /** The object's text. */
  public String text() {
    return Json.STRICT.valueToTree(this).toString();
  }
}
