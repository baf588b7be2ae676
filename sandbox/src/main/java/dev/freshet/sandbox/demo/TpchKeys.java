package dev.freshet.sandbox.demo;

import dev.freshet.sandbox.demo.change.KeyRange;
import dev.freshet.sandbox.demo.change.ShopTable;
import java.util.Random;

/**
 * The keys of the first load, which TPC-H lays out by rule: customers count from 1, orders use
 * eight numbers of every 32. A key picked may have gone since; then a change of it finds no row.
 */
record TpchKeys(int orders) {
  /** Keys from here on are never in the first load, up to the greatest scale. */
  static final long FIRST_FRESH = 1_000_000_000L;

  private static final int ORDERS_PER_CUSTOMER = 10;

  int count(ShopTable table) {
    return table == ShopTable.ORDERS ? orders : Math.max(2, orders / ORDERS_PER_CUSTOMER);
  }

  long pick(ShopTable table, Random random) {
    return key(table, 1 + random.nextInt(count(table)));
  }

  /** Another key than the one given. */
  long pickOther(ShopTable table, long key, Random random) {
    long other = key;
    while (other == key) {
      other = pick(table, random);
    }
    return other;
  }

  /** The keys of so many neighbouring rows. */
  KeyRange range(ShopTable table, int rows, Random random) {
    int length = Math.min(rows, count(table));
    int first = 1 + random.nextInt(count(table) - length + 1);
    return new KeyRange(key(table, first), key(table, first + length - 1));
  }

  private static long key(ShopTable table, long number) {
    return table == ShopTable.ORDERS ? (number >> 3 << 5) | (number & 7) : number;
  }
}
