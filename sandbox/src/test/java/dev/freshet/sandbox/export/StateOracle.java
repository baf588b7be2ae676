package dev.freshet.sandbox.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What consumers of a state contract hold, told from docs/rules.md alone, one key at a time. It
 * sees the table as it stood at each taking, and never the stream; only where the rules leave open
 * which of several rows holds a key, it asks the row's id.
 */
final class StateOracle {

  /** A key: the row that holds it, and what was last published of it. */
  private record Known(@Nullable Long holder, @Nullable List<@Nullable String> published) {}

  private static final Known UNKNOWN = new Known(null, null);

  private final Map<List<String>, Known> keys = new HashMap<>();
  private Map<Long, HistoryRow> before;

  /**
   * @param before the rows that stood there before the contract
   */
  StateOracle(Map<Long, HistoryRow> before) {
    this.before = before;
  }

  /**
   * Takes what has changed.
   *
   * @param after the rows as they stand now
   * @param ids the ids of changed rows, by UID
   * @return whether anything was published
   */
  boolean take(Map<Long, HistoryRow> after, Map<Long, String> ids) {
    Map<List<String>, List<HistoryRow>> left = new HashMap<>();
    Map<List<String>, List<HistoryRow>> came = new HashMap<>();
    Set<Long> touched = new HashSet<>(before.keySet());
    touched.addAll(after.keySet());
    for (long uid : touched) {
      HistoryRow was = before.get(uid);
      HistoryRow is = after.get(uid);
      if (!Objects.equals(was, is)) {
        note(left, was);
        note(came, is);
      }
    }
    before = after;
    Set<List<String>> all = new HashSet<>(left.keySet());
    all.addAll(came.keySet());
    boolean published = false;
    for (List<String> key : all) {
      List<HistoryRow> present =
          came.getOrDefault(key, List.of()).stream().filter(HistoryRow::admitted).toList();
      published |= fold(key, left.getOrDefault(key, List.of()), present, ids);
    }
    return published;
  }

  private void note(Map<List<String>, List<HistoryRow>> images, @Nullable HistoryRow row) {
    if (row == null) {
      return;
    }
    if (row.key().isPresent()) {
      images.computeIfAbsent(row.key().get(), k -> new ArrayList<>()).add(row);
    }
  }

  private boolean fold(
      List<String> key, List<HistoryRow> left, List<HistoryRow> present, Map<Long, String> ids) {
    Known known = keys.getOrDefault(key, UNKNOWN);
    boolean isFree =
        known.holder() == null || left.stream().anyMatch(row -> row.uid() == known.holder());
    if (present.isEmpty()) {
      boolean gone = known.holder() != null && isFree;
      if (gone) {
        keys.put(key, UNKNOWN);
      }
      return gone && known.published() != null;
    }
    if (!isFree) {
      return false;
    }
    Long holder = holder(known, present, ids);
    if (present.size() > 1 || present.get(0).broken()) {
      keys.put(key, new Known(holder, known.published()));
      return false;
    }
    List<@Nullable String> now = present.get(0).values();
    keys.put(key, new Known(holder, now));
    return !now.equals(known.published());
  }

  private static Long holder(Known known, List<HistoryRow> present, Map<Long, String> ids) {
    Optional<HistoryRow> same =
        present.stream().filter(row -> Objects.equals(row.uid(), known.holder())).findFirst();
    return same.or(
            () -> present.stream().min(java.util.Comparator.comparing(r -> ids.get(r.uid()))))
        .orElseThrow()
        .uid();
  }

  /** What consumers hold, by key. */
  Map<List<String>, List<@Nullable String>> published() {
    Map<List<String>, List<@Nullable String>> facts = new HashMap<>();
    keys.forEach(
        (key, known) -> {
          if (known.published() != null) {
            facts.put(key, known.published());
          }
        });
    return facts;
  }
}
