package dev.freshet.procs.retain;

import dev.freshet.contract.Contract;
import dev.freshet.procs.sql.AppSchema;
import dev.freshet.procs.warehouse.Row;
import dev.freshet.procs.warehouse.Warehouse;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How long what is kept, by data class: RETENTION, where the last row of a class counts. A class
 * without a row of its own, and a contract without a class, goes by the class {@code any}.
 */
final class Retention {
  private static final String ANY = "any";

  /** By data class and what is kept. */
  private record Of(String dataClass, String kept) {}

  private final Instant now;
  private final Map<Of, Integer> days = new HashMap<>();

  private Retention(Instant now) {
    this.now = now;
  }

  static Retention read(Warehouse warehouse, AppSchema app) {
    String now =
        warehouse
            .rows("SELECT TO_VARCHAR(SYSDATE(), 'YYYY-MM-DD\"T\"HH24:MI:SS.FF3\"Z\"')")
            .get(0)
            .text(0);
    Retention retention = new Retention(Instant.parse(now));
    for (Row row :
        warehouse.rows(
            "SELECT DATA_CLASS, KEPT, DAYS FROM " + app.retention() + " ORDER BY CHANGED_AT")) {
      retention.days.put(new Of(row.text(0), row.text(1)), Math.toIntExact(row.whole(2)));
    }
    return retention;
  }

  /**
   * The ages for a contract.
   *
   * @param instead the age of whatever may be removed, if somebody said one
   */
  Ages of(Contract contract, OptionalInt instead) {
    return new Ages(
        now,
        instead.orElseGet(() -> days(contract, "data")),
        instead.orElseGet(() -> days(contract, "leftovers")),
        instead.orElseGet(() -> days(contract, "rejections")),
        days(contract, "staged"));
  }

  private int days(Contract contract, String kept) {
    return Optional.ofNullable(days.get(new Of(contract.dataClass().orElse(ANY), kept)))
        .or(() -> Optional.ofNullable(days.get(new Of(ANY, kept))))
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "RETENTION has no row of the class any for "
                        + kept
                        + "; let an administrator deploy again, or insert one"));
  }
}
