package dev.freshet.sandbox.export;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an event contract publishes: each good row once, in the taking that first saw it. */
final class EventOracle {
  private final Set<Long> seen = new HashSet<>();

  /** The values of the events that are to go out now, in any order. */
  List<List<@Nullable String>> take(Map<Long, HistoryRow> rows) {
    return rows.values().stream()
        .filter(row -> seen.add(row.uid()))
        .filter(row -> row.admitted() && !row.broken())
        .map(HistoryRow::values)
        .toList();
  }
}
