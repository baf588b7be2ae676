package dev.freshet.procs.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.freshet.contract.Json;
import dev.freshet.contract.Rule;
import dev.freshet.procs.warehouse.Row;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many rows of the stream had which outcome.
 *
 * @param broken the rejected rows, by the rule they broke
 * @param noted how many rows KEYS gains, or RELEASES in an event contract
 */
record Counts(
    long upserts, long deletes, long filtered, long unchanged, Map<Rule, Long> broken, long noted) {
  /** Of a change set without rows. */
  static final Counts NONE = new Counts(0, 0, 0, 0, Map.of(), 0);

  Counts {
    broken = Collections.unmodifiableMap(new TreeMap<>(broken)); // in the order of the rules
  }

  /** Reads the result of {@code Shape.counts}: outcome, violation, rows, noted. */
  static Counts of(List<Row> rows) {
    Map<Rule, Long> broken = new EnumMap<>(Rule.class);
    for (Row row : rows) {
      row.optional(1).flatMap(Rule::of).ifPresent(rule -> broken.put(rule, row.whole(2)));
    }
    return new Counts(
        count(rows, "upsert"),
        count(rows, "delete"),
        count(rows, "filtered"),
        count(rows, "unchanged"),
        broken,
        rows.stream().mapToLong(row -> row.whole(3)).sum());
  }

  private static long count(List<Row> rows, String outcome) {
    return rows.stream().filter(r -> r.text(0).equals(outcome)).mapToLong(r -> r.whole(2)).sum();
  }

  /** Both together. */
  Counts and(Counts more) {
    Map<Rule, Long> all = new TreeMap<>(broken);
    more.broken.forEach((rule, rows) -> all.merge(rule, rows, Long::sum));
    return new Counts(
        upserts + more.upserts,
        deletes + more.deletes,
        filtered + more.filtered,
        unchanged + more.unchanged,
        all,
        noted + more.noted);
  }

  long rejected() {
    return broken.values().stream().mapToLong(Long::longValue).sum();
  }

  long published() {
    return upserts + deletes;
  }

  /** The rows that one statement writes, over all its tables. */
  long written() {
    return published() + rejected() + noted;
  }

  /** The rows that were held to the rules. */
  long judged() {
    return upserts + unchanged + rejected();
  }

  boolean nothing() {
    return published() + rejected() + filtered + unchanged == 0;
  }

  /** The rejected rows by the word of the rule, as JSON. */
  ObjectNode rejectedByRule() {
    ObjectNode node = Json.STRICT.createObjectNode();
    broken.forEach((rule, rows) -> node.put(rule.word(), rows));
    return node;
  }
}
