package dev.freshet.procs.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.freshet.contract.Json;
import dev.freshet.contract.expression.Expression;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The options of EXPORT_SNAPSHOT.
 *
 * @param where which rows, in the grammar of {@code freshet.where}; empty for all of the contract
 * @param reason why they are published again; stands in REQUESTS and in the audit log
 */
public record SnapshotOptions(Optional<String> where, String reason) {
  /** The option that stands in REQUESTS. */
  private static final String WHERE = "where";

  /**
   * Reads {@code {"reason": …, "where": …}}; the condition may be left out.
   *
   * @throws IllegalArgumentException if it says anything else
   */
  public static SnapshotOptions parse(@Nullable String text) {
    String reason = "";
    Optional<String> where = Optional.empty();
    for (Map.Entry<String, JsonNode> option : object(text).properties()) {
      switch (option.getKey()) {
        case "reason" -> reason = option.getValue().asText();
        case WHERE -> where = Optional.of(condition(option.getValue()));
        default -> throw refused("'" + option.getKey() + "' is no option");
      }
    }
    if (reason.isBlank()) {
      throw refused("the reason is missing");
    }
    return new SnapshotOptions(where, reason);
  }

  /** Reads what {@link #json} wrote. */
  public static Optional<String> whereOf(Request request) {
    return Optional.ofNullable(object(request.options()).get(WHERE)).map(JsonNode::asText);
  }

  /** What a run needs to know of them, as it stands in REQUESTS. */
  public String json() {
    ObjectNode json = Json.STRICT.createObjectNode();
    where.ifPresent(w -> json.put(WHERE, w));
    return json.toString();
  }

  private static String condition(JsonNode node) {
    if (!node.isTextual()) {
      throw refused("'where' must be a text");
    }
    try {
      return Expression.parse(node.asText()).text();
    } catch (IllegalArgumentException e) {
      throw refused(String.valueOf(e.getMessage()));
    }
  }

  private static ObjectNode object(@Nullable String text) {
    try {
      if (Json.STRICT.readTree(text == null ? "" : text) instanceof ObjectNode object) {
        return object;
      }
      throw refused("this is no JSON object");
    } catch (JsonProcessingException e) {
      throw refused("this is no JSON: " + e.getOriginalMessage());
    }
  }

  private static IllegalArgumentException refused(String why) {
    return new IllegalArgumentException(
        "The options of EXPORT_SNAPSHOT: "
            + why
            + "; give {\"reason\": \"why they are published again\"} and, for some rows only,"
            + " \"where\": \"a condition over columns of the source, as in freshet.where\"");
  }
}
