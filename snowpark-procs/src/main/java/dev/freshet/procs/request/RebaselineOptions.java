package dev.freshet.procs.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.freshet.contract.Contract;
import dev.freshet.contract.Json;
import dev.freshet.contract.expression.Expression;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The options of REBASELINE.
 *
 * @param lost what becomes of events that the stream lost; empty for a state contract
 * @param where which events are published once more; empty unless they are backfilled
 * @param reason why; stands in REQUESTS and in the audit log
 */
public record RebaselineOptions(Optional<Lost> lost, Optional<String> where, String reason) {
  private static final String EVENTS = "events";
  private static final String WHERE = "where";

  /** What becomes of events that the stream lost. */
  public enum Lost {
    /** They are not published; a change set without rows says so. */
    GAP,
    /** The rows that a condition names are published, some perhaps for the second time. */
    BACKFILL;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Reads {@code {"reason": …, "events": "gap" | "backfill", "where": …}}.
   *
   * @throws IllegalArgumentException if it says anything else
   */
  public static RebaselineOptions parse(@Nullable String text) {
    String reason = "";
    Optional<Lost> lost = Optional.empty();
    Optional<String> where = Optional.empty();
    for (Map.Entry<String, JsonNode> option : object(text).properties()) {
      String value = option.getValue().asText();
      switch (option.getKey()) {
        case "reason" -> reason = value;
        case EVENTS -> lost = Optional.of(lost(value));
        case WHERE -> where = Optional.of(condition(value));
        default -> throw refused("'" + option.getKey() + "' is no option");
      }
    }
    if (reason.isBlank()) {
      throw refused("the reason is missing");
    }
    if (where.isPresent() != lost.filter(Lost.BACKFILL::equals).isPresent()) {
      throw refused("'where' says which events are backfilled, and goes with that alone");
    }
    return new RebaselineOptions(lost, where, reason);
  }

  /** Whether the events of a request are given up. */
  public static boolean isGap(Request request) {
    return object(request.options()).path(EVENTS).asText().equals(Lost.GAP.word());
  }

  /**
   * @throws IllegalArgumentException if they say nothing of lost events, or of facts that have none
   */
  public void requireFor(Contract contract) {
    boolean event = contract.kind() == Contract.Kind.EVENT;
    if (event && lost.isEmpty()) {
      throw refused(
          "what is published of an event contract is nowhere remembered, so say what becomes of"
              + " the events that were lost: \"events\": \"gap\" or \"backfill\"");
    }
    if (!event && lost.isPresent()) {
      throw refused("'events' is for event contracts: a state contract publishes what differs");
    }
  }

  /** What a run needs to know of them, as it stands in REQUESTS. */
  public String json() {
    ObjectNode json = Json.STRICT.createObjectNode();
    lost.ifPresent(l -> json.put(EVENTS, l.word()));
    where.ifPresent(w -> json.put(WHERE, w));
    return json.toString();
  }

  private static Lost lost(String word) {
    return Arrays.stream(Lost.values())
        .filter(l -> l.word().equals(word))
        .findFirst()
        .orElseThrow(() -> refused("'events' is gap or backfill, not '" + word + "'"));
  }

  private static String condition(String text) {
    try {
      return Expression.parse(text).text();
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
        "The options of REBASELINE: "
            + why
            + "; give {\"reason\": \"why\"} and, for an event contract, \"events\": \"gap\", or"
            + " \"backfill\" with \"where\": \"a condition over columns of the source\"");
  }
}
