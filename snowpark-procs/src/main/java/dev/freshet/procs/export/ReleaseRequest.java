package dev.freshet.procs.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.freshet.contract.Json;
import dev.freshet.contract.Rule;
import java.util.Iterator;
import java.util.Optional;

/**
 * What somebody asks to be released.
 *
 * @param rule the rule whose rejections are looked at; empty for all
 * @param reason why they may go out now; stands in RELEASES and in the audit log
 */
record ReleaseRequest(Optional<Rule> rule, String reason) {

  /**
   * Reads {@code {"rule": …, "reason": …}}; the rule may be left out.
   *
   * @throws IllegalArgumentException if it says anything else
   */
  static ReleaseRequest parse(String options) {
    JsonNode node = json(options);
    for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!name.equals("rule") && !name.equals("reason")) {
        throw refused("'" + name + "' is no option");
      }
    }
    String reason = node.path("reason").asText("");
    if (reason.isBlank()) {
      throw refused("the reason is missing");
    }
    return new ReleaseRequest(
        Optional.ofNullable(node.get("rule")).map(JsonNode::asText).map(ReleaseRequest::rule),
        reason);
  }

  private static JsonNode json(String options) {
    try {
      JsonNode node = Json.STRICT.readTree(options);
      if (node.isObject()) {
        return node;
      }
      throw refused("this is no JSON object");
    } catch (JsonProcessingException e) {
      throw refused("this is no JSON: " + e.getOriginalMessage());
    }
  }

  private static Rule rule(String word) {
    return Rule.of(word).orElseThrow(() -> refused("'" + word + "' is no rule"));
  }

  private static IllegalArgumentException refused(String why) {
    return new IllegalArgumentException(
        "The options of RELEASE_REJECTIONS: "
            + why
            + "; give {\"reason\": \"why they may go out\"} and, to look at one rule only, \"rule\"");
  }
}
