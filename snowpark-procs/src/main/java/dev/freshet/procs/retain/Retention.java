package dev.freshet.procs.retain;

import dev.freshet.contract.Contract;
import dev.freshet.procs.sql.AppSchema;
import dev.freshet.procs.warehouse.Row;
import dev.freshet.procs.warehouse.Warehouse;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How long what is kept, in days, by data class: RETENTION, where the last row of a class counts. A
 * class without a row of its own, and a contract without a class, goes by the class {@code any}.
 */
final class Retention {
  /** What has a time of its own. */
  enum Kept {
    /** Parts of change sets that all lanes have published. */
    DATA,
    /** Attempts that no manifest names, and rehearsals that are over. */
    LEFTOVERS,
    /** Rejections that are closed, and the keys that halts show. */
    REJECTIONS,
    /** Rows taken and not announced: never removed, told of when they are older. */
    STAGED
  }

  private static final String ANY = "any";

  private final Map<String, Integer> days = new HashMap<>();

  private Retention() {}

  static Retention read(Warehouse warehouse, AppSchema app) {
    Retention retention = new Retention();
    String sql =
        "SELECT DATA_CLASS, KEPT, DAYS FROM " + app.retention() + " ORDER BY CHANGED_AT";
    for (Row row : warehouse.rows(sql)) {
      retention.days.put(key(row.text(0), row.text(1)), Math.toIntExact(row.whole(2)));
    }
    return retention;
  }

  /**
   * The days for a contract.
   *
   * @throws IllegalStateException if not even the class {@code any} has some
   */
  int days(Contract contract, Kept kept) {
    String word = kept.name().toLowerCase(java.util.Locale.ROOT);
    Integer general = days.get(key(ANY, word));
    return Optional.ofNullable(days.get(key(contract.dataClass().orElse(ANY), word)))
        .or(() -> Optional.ofNullable(general))
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "RETENTION has no row of class any for "
                        + word
                        + "; deploy again, or insert one"));
  }

  private static String key(String dataClass, String kept) {
    return dataClass + "\n" + kept;
  }
}
