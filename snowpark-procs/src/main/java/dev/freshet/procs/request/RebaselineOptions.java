package dev.freshet.procs.request;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.freshet.contract.Contract;
import dev.freshet.contract.Json;
import dev.freshet.procs.home.Options;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The options of REBASELINE.
 *
 * @param lost what becomes of events that the stream lost; empty for a state contract
 * @param where which events are published once more; empty unless they are backfilled
 * @param reason why; stands in REQUESTS and in the audit log
 */
public record RebaselineOptions(Optional<Lost> lost, Optional<String> where, String reason) {
  static final String EVENTS = "events";

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
    Options options = read(text);
    String reason = options.reason();
    Optional<Lost> lost = options.text(EVENTS).map(word -> lost(options, word));
    Optional<String> where = Conditions.where(options);
    if (where.isPresent() != lost.filter(Lost.BACKFILL::equals).isPresent()) {
      throw options.refused("'where' says which events are backfilled, and goes with that alone");
    }
    return new RebaselineOptions(lost, where, reason);
  }

  /** Whether the events of a request are given up. */
  public static boolean isGap(Request request) {
    return read(request.options()).text(EVENTS).equals(Optional.of(Lost.GAP.word()));
  }

  /**
   * @throws IllegalArgumentException if they say nothing of lost events, or of facts that have none
   */
  public void requireFor(Contract contract) {
    boolean event = contract.kind() == Contract.Kind.EVENT;
    if (event && lost.isEmpty()) {
      throw read("{}")
          .refused(
              "what is published of an event contract is nowhere remembered, so say what becomes of"
                  + " the events that were lost: \"events\": \"gap\" or \"backfill\"");
    }
    if (!event && lost.isPresent()) {
      throw read("{}")
          .refused("'events' is for event contracts: a state contract publishes what differs");
    }
  }

  /** What a run needs to know of them, as it stands in REQUESTS. */
  public String json() {
    ObjectNode json = Json.STRICT.createObjectNode();
    lost.ifPresent(l -> json.put(EVENTS, l.word()));
    where.ifPresent(w -> json.put(Conditions.WHERE, w));
    return json.toString();
  }

  private static Lost lost(Options options, String word) {
    return Arrays.stream(Lost.values())
        .filter(l -> l.word().equals(word))
        .findFirst()
        .orElseThrow(() -> options.refused("'events' is gap or backfill, not '" + word + "'"));
  }

  private static Options read(@Nullable String text) {
    return Options.read(
        "REBASELINE",
        text,
        Set.of("reason", EVENTS, Conditions.WHERE),
        "{\"reason\": \"why\"} and, for an event contract, \"events\": \"gap\", or"
            + " \"backfill\" with \"where\": \"a condition over columns of the source\"");
  }
}
