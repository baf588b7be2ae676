package dev.freshet.procs.retain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.freshet.contract.ContractId;
import dev.freshet.contract.Json;
import java.util.Iterator;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What somebody asks of PURGE.
 *
 * @param reason why; stands in the audit log
 * @param contract the only contract to look at; empty for all
 * @param days purges what is this old instead of going by the data class; only for one contract, as
 *     when a key is to be erased
 * @param dryRun whether to say what would be removed, and remove nothing
 * @param atMost how many folders are removed in one call; the next one goes on
 */
record PurgeOptions(
    String reason, Optional<ContractId> contract, OptionalInt days, boolean dryRun, int atMost) {
  private static final Set<String> NAMES =
      Set.of("reason", "contract", "days", "dry_run", "at_most");
  private static final int FOLDERS = 1000;

  /**
   * Reads a JSON object.
   *
   * @throws IllegalArgumentException if it says anything else
   */
  static PurgeOptions parse(String text) {
    JsonNode json = object(text);
    if (json.path("reason").asText("").isBlank()) {
      throw refused("the reason is missing");
    }
    if (json.has("days") && !json.has("contract")) {
      throw refused("days needs a contract");
    }
    return new PurgeOptions(
        json.get("reason").asText(),
        Optional.ofNullable(json.get("contract")).map(JsonNode::asText).map(ContractId::parse),
        json.has("days") ? OptionalInt.of(whole(json, "days", 0)) : OptionalInt.empty(),
        json.has("dry_run") && truth(json.get("dry_run")),
        json.has("at_most") ? Math.min(FOLDERS, whole(json, "at_most", 1)) : FOLDERS);
  }

  private static JsonNode object(String text) {
    try {
      JsonNode json = Json.STRICT.readTree(text);
      if (!json.isObject()) {
        throw refused("this is no JSON object");
      }
      for (Iterator<String> names = json.fieldNames(); names.hasNext(); ) {
        String name = names.next();
        if (!NAMES.contains(name)) {
          throw refused("'" + name + "' is no option");
        }
      }
      return json;
    } catch (JsonProcessingException e) {
      throw refused("this is no JSON: " + e.getOriginalMessage());
    }
  }

  /** A word that only looks like a yes must not remove anything. */
  private static boolean truth(JsonNode value) {
    if (!value.isBoolean()) {
      throw refused("dry_run must be true or false");
    }
    return value.booleanValue();
  }

  private static int whole(JsonNode json, String name, int least) {
    JsonNode value = json.get(name);
    if (!value.isInt() || value.intValue() < least) {
      throw refused(name + " must be a whole number from " + least);
    }
    return value.intValue();
  }

  private static IllegalArgumentException refused(String why) {
    return new IllegalArgumentException(
        "The options of PURGE: "
            + why
            + "; give {\"reason\": \"why\"} and, if wanted, \"contract\", \"days\" (with a contract),"
            + " \"dry_run\", \"at_most\"");
  }
}
