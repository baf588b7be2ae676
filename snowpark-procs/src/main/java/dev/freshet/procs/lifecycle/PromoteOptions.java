package dev.freshet.procs.lifecycle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.freshet.contract.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The options of PROMOTE_CONTRACT, a JSON object.
 *
 * @param reason why, for the audit
 * @param withoutSnapshot whether a change that asks for all facts to be published again may go
 *     without that: old and new meaning stand side by side until each row changes
 */
record PromoteOptions(String reason, boolean withoutSnapshot) {

  /**
   * Reads them; an empty text means none.
   *
   * @throws LifecycleException if it is no such object
   */
  static PromoteOptions read(@Nullable String text) {
    ObjectNode json = object(text == null || text.isBlank() ? "{}" : text);
    String reason = "no reason given";
    boolean withoutSnapshot = false;
    for (Map.Entry<String, JsonNode> option : json.properties()) {
      switch (option.getKey()) {
        case "reason" -> reason = option.getValue().asText();
        case "without_snapshot" -> withoutSnapshot = option.getValue().booleanValue();
        default -> throw refused("found '" + option.getKey() + "'");
      }
    }
    return new PromoteOptions(reason, withoutSnapshot);
  }

  private static ObjectNode object(String text) {
    try {
      if (Json.STRICT.readTree(text) instanceof ObjectNode object) {
        return object;
      }
      throw refused("it is no object");
    } catch (JsonProcessingException e) {
      throw refused(e.getOriginalMessage());
    }
  }

  private static LifecycleException refused(String why) {
    return new LifecycleException(
        "OPTIONS must be a JSON object with nothing but reason (text) and without_snapshot (true"
            + " or false): "
            + why);
  }
}
