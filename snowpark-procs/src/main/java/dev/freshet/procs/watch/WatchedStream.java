package dev.freshet.procs.watch;

import dev.freshet.procs.warehouse.Row;
import java.util.Optional;

/**
 * How a contract's stream stood when it was last looked at, as the view STREAM_HEALTH has it.
 *
 * @param state ok, warning (fewer hours left than the setting), stale, or gone
 * @param staleAfter until when it keeps its changes, UTC, ISO 8601; empty if it is gone
 * @param hoursLeft whole hours until then
 */
record WatchedStream(
    String contract, String state, Optional<String> staleAfter, Optional<String> hoursLeft) {

  static WatchedStream of(Row row) {
    return new WatchedStream(row.text(0), row.text(1), row.optional(2), row.optional(3));
  }

  boolean isFine() {
    return state.equals("ok");
  }

  /** For people. */
  @Override
  public String toString() {
    return contract
        + " is "
        + state
        + staleAfter.map(t -> ", keeps changes until " + t).orElse("")
        + hoursLeft.map(h -> " (hours left: " + h + ")").orElse("");
  }
}
