package dev.freshet.sandbox.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects what does not agree: every kind with its count, and a few examples of it. */
final class Problems {
  private static final int EXAMPLES = 5;

  private final Map<String, Found> byKind = new LinkedHashMap<>();

  /**
   * Notes one case.
   *
   * @param what the kind, in the plural: "keys missing in the topic"
   * @param which names the case: a key, a sequence, an offset; no values
   */
  void add(String what, String which) {
    byKind.computeIfAbsent(what, w -> new Found()).add(which);
  }

  List<Problem> all() {
    return byKind.entrySet().stream()
        .map(e -> new Problem(e.getKey(), e.getValue().count, List.copyOf(e.getValue().examples)))
        .toList();
  }

  private static final class Found {
    private final List<String> examples = new ArrayList<>();
    private long count;

    private void add(String which) {
      count++;
      if (examples.size() < EXAMPLES) {
        examples.add(which);
      }
    }
  }
}
