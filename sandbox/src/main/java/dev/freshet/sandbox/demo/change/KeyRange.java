package dev.freshet.sandbox.demo.change;

/** Keys from the first to the last, both included. */
public record KeyRange(long first, long last) {
  public KeyRange {
    if (last < first) {
      throw new IllegalArgumentException("A range of keys ends at " + last + ", before " + first);
    }
  }

  String condition(ShopTable table) {
    return "%s BETWEEN %d AND %d".formatted(table.key(), first, last);
  }
}
