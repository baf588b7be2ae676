package dev.freshet.procs.request;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.freshet.contract.Json;
import dev.freshet.procs.home.Options;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The options of EXPORT_SNAPSHOT.
 *
 * @param where which rows, in the grammar of {@code freshet.where}; empty for all of the contract
 * @param reason why they are published again; stands in REQUESTS and in the audit log
 */
public record SnapshotOptions(Optional<String> where, String reason) {
  /**
   * Reads {@code {"reason": …, "where": …}}; the condition may be left out.
   *
   * @throws IllegalArgumentException if it says anything else
   */
  public static SnapshotOptions parse(@Nullable String text) {
    Options options = read(text);
    String reason = options.reason();
    return new SnapshotOptions(Conditions.where(options), reason);
  }

  /** What a run needs to know of them, as it stands in REQUESTS. */
  public String json() {
    ObjectNode json = Json.STRICT.createObjectNode();
    where.ifPresent(w -> json.put(Conditions.WHERE, w));
    return json.toString();
  }

  private static Options read(@Nullable String text) {
    return Options.read(
        "EXPORT_SNAPSHOT",
        text,
        Set.of("reason", Conditions.WHERE),
        "{\"reason\": \"why they are published again\"} and, for some rows only,"
            + " \"where\": \"a condition over columns of the source, as in freshet.where\"");
  }
}
