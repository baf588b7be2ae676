package dev.freshet.procs.export;

import dev.freshet.procs.warehouse.Row;
import java.util.List;
import java.util.Map;

/**
 * What became of the open rejections that were looked at, by the identity of their facts.
 *
 * @param released published now
 * @param superseded closed without publishing: gone, kept out, or published already
 * @param broken still breaking a rule: they stay open
 * @param pending changed meanwhile: the next run takes them, and they stay open until then
 */
record Released(long released, long superseded, long broken, long pending) {

  /** Reads the result of {@code Release.counts}: outcome, identities. */
  static Released of(List<Row> rows) {
    return new Released(
        count(rows, "upsert"),
        count(rows, "superseded"),
        count(rows, "broken"),
        count(rows, "pending"));
  }

  private static long count(List<Row> rows, String outcome) {
    return rows.stream().filter(r -> r.text(0).equals(outcome)).mapToLong(r -> r.whole(1)).sum();
  }

  long closed() {
    return released + superseded;
  }

  /** As the log counts them. */
  Counts asCounts() {
    return new Counts(released, 0, 0, 0, Map.of(), 0);
  }
}
