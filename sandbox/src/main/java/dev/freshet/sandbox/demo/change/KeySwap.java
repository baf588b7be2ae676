package dev.freshet.sandbox.demo.change;

import java.util.List;

/** Two rows exchange their keys in one transaction, by way of a key that no row has. */
public record KeySwap(ShopTable table, long one, long other, long spare) implements Change {
  public KeySwap {
    if (one == other || one == spare || other == spare) {
      throw new IllegalArgumentException(
          "A swap takes three different keys, found %d, %d, %d".formatted(one, other, spare));
    }
  }

  @Override
  public List<String> statements() {
    return new Transaction(
            List.of(
                new KeyChange(table, one, spare),
                new KeyChange(table, other, one),
                new KeyChange(table, spare, other)))
        .statements();
  }
}
