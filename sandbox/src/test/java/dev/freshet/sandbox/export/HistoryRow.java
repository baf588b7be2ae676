package dev.freshet.sandbox.export;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A row of the source as somebody reads it who knows the contract, and nothing of the procedures.
 *
 * @param uid names the row
 * @param rev rises with every update
 * @param admitted whether the contract's condition lets it in
 * @param broken whether it breaks a rule that a row can break by itself
 * @param key the key's texts; empty if a part of it is missing or does not fit
 * @param values the texts of all fields in a part, if it is not broken
 */
record HistoryRow(
    long uid,
    long rev,
    boolean admitted,
    boolean broken,
    Optional<List<String>> key,
    List<@Nullable String> values) {

  /** Reads a row of {@link HistoryTable#query}. */
  static HistoryRow of(HistoryTable table, List<@Nullable String> row) {
    List<@Nullable String> values = new ArrayList<>();
    boolean fits = true;
    for (int i = 0; i < table.columns().size(); i++) {
      String raw = row.get(3 + i);
      Optional<String> carried =
          raw == null ? Optional.empty() : table.columns().get(i).carried(raw);
      fits &= raw == null || carried.isPresent();
      values.add(carried.orElse(null));
    }
    List<@Nullable String> key = values.subList(0, table.key().size());
    boolean keyed = !key.contains(null);
    return new HistoryRow(
        Long.parseLong(row.get(0)),
        Long.parseLong(row.get(1)),
        !table.where() || (row.get(2) != null && Long.parseLong(row.get(2)) > 1),
        !fits || !keyed,
        keyed ? Optional.of(List.copyOf(key)) : Optional.empty(),
        Collections.unmodifiableList(values));
  }
}
