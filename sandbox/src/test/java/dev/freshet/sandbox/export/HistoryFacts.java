package dev.freshet.sandbox.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freshet.contract.manifest.SealedManifest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Holds what the manifests' parts say against what an oracle expects, change set by change set. */
final class HistoryFacts {
  private final HistoryTable table;
  private final StateOracle state = new StateOracle(Map.of());
  private final EventOracle events = new EventOracle();
  private final List<Map<List<String>, List<@Nullable String>>> expectedFacts = new ArrayList<>();
  private final List<List<List<@Nullable String>>> expectedEvents = new ArrayList<>();
  private final Map<List<String>, List<@Nullable String>> folded = new HashMap<>();
  private Map<Long, HistoryRow> lastTaken = Map.of();
  private int read;

  HistoryFacts(HistoryTable table) {
    this.table = table;
  }

  /** A taking was committed. */
  void taken(HistorySource source) {
    lastTaken = source.rows();
    if (table.isEvent()) {
      List<List<@Nullable String>> fresh = events.take(source.rows());
      if (!fresh.isEmpty()) {
        expectedEvents.add(fresh);
      }
    } else if (state.take(source.rows(), source.ids())) {
      expectedFacts.add(state.published());
    }
  }

  /** How many change sets there must be once all is announced. */
  int changeSets() {
    return table.isEvent() ? expectedEvents.size() : expectedFacts.size();
  }

  /** Compares the change sets that are new on the stage. */
  void compare(Fact fact) throws Exception {
    List<SealedManifest> manifests = fact.manifests();
    assertThat(manifests.size()).as("change sets").isLessThanOrEqualTo(changeSets());
    for (; read < manifests.size(); read++) {
      List<List<String>> rows = fact.account().stage().rows(manifests.get(read).manifest());
      if (table.isEvent()) {
        compareEvents(rows);
      } else {
        compareFacts(rows);
      }
    }
  }

  private void compareFacts(List<List<String>> rows) {
    for (List<String> row : rows) {
      List<@Nullable String> values = values(row);
      List<String> key = List.copyOf(values.subList(0, table.key().size()));
      if (row.get(0).equals("D")) {
        assertThat(folded.remove(key)).as("what a delete takes away").isNotNull();
      } else {
        assertThat(values).as("an upsert tells news").isNotEqualTo(folded.put(key, values));
      }
    }
    assertThat(folded).as("after change set %d", read + 1).isEqualTo(expectedFacts.get(read));
  }

  private void compareEvents(List<List<String>> rows) {
    assertThat(rows.stream().map(this::values).toList())
        .as("change set %d", read + 1)
        .containsExactlyInAnyOrderElementsOf(expectedEvents.get(read));
    Map<String, List<String>> last = new HashMap<>();
    for (List<String> row : rows) {
      int time = row.size() - 2;
      List<String> previous = last.put(row.get(1), row);
      if (previous != null) {
        assertThat(Long.parseLong(row.get(3))).isEqualTo(Long.parseLong(previous.get(3)) + 1);
        assertThat(moment(row, time))
            .as("order within a key")
            .isGreaterThan(moment(previous, time));
      } else {
        assertThat(row.get(3)).isEqualTo("1");
      }
    }
  }

  /** Event time, then identity, in an order that texts have too. */
  private static String moment(List<String> row, int time) {
    return "%010d %018d"
        .formatted(Long.parseLong(row.get(time)), Long.parseLong(row.get(time + 1)));
  }

  private List<@Nullable String> values(List<String> row) {
    List<@Nullable String> values = new ArrayList<>();
    for (int i = 0; i < table.columns().size(); i++) {
      values.add(HistoryColumn.shown(table.columns().get(i), row.get(4 + i)));
    }
    return values;
  }

  /** Where no rule is ever broken, what consumers hold is the table, as the contract admits it. */
  void compareWithTheTable() {
    if (!table.isEvent() && table.tidy()) {
      Map<List<String>, List<@Nullable String>> source = new HashMap<>();
      lastTaken.values().stream()
          .filter(HistoryRow::admitted)
          .forEach(row -> source.put(row.key().orElseThrow(), row.values()));
      assertThat(folded).as("the table").isEqualTo(source);
    }
  }
}
