package dev.freshet.bridge.config;

import java.util.Comparator;
import java.util.List;

/** Finds the known key that an unknown one was most likely meant to be. */
final class Nearest {
  private Nearest() {}

  static String of(String unknown, List<String> known) {
    return known.stream()
        .min(Comparator.comparingInt(k -> distance(unknown, k)))
        .orElseThrow(() -> new IllegalArgumentException("no key is known"));
  }

  /** Levenshtein's distance: insertions, deletions and replacements. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int above = row[j];
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, 1 + Math.min(above, row[j - 1]));
        diagonal = above;
      }
    }
    return row[b.length()];
  }
}
