package dev.freshet.sandbox.demo;

import static dev.freshet.sandbox.demo.change.ShopTable.CUSTOMER;
import static dev.freshet.sandbox.demo.change.ShopTable.ORDERS;

import dev.freshet.sandbox.demo.change.AdvanceOrders;
import dev.freshet.sandbox.demo.change.Change;
import dev.freshet.sandbox.demo.change.DeleteKeys;
import dev.freshet.sandbox.demo.change.DeleteThenInsert;
import dev.freshet.sandbox.demo.change.InsertRows;
import dev.freshet.sandbox.demo.change.InsertThenDelete;
import dev.freshet.sandbox.demo.change.KeyChange;
import dev.freshet.sandbox.demo.change.KeySwap;
import dev.freshet.sandbox.demo.change.MergeCustomers;
import dev.freshet.sandbox.demo.change.RaiseBalances;
import dev.freshet.sandbox.demo.change.ReloadCustomers;
import dev.freshet.sandbox.demo.change.RolledBack;
import dev.freshet.sandbox.demo.change.Row;
import dev.freshet.sandbox.demo.change.ShopTable;
import dev.freshet.sandbox.demo.change.Transaction;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Makes up one round of the workload. Used once, by one thread. */
final class Round {
  private static final long FRESH_PER_ROUND = 1_000_000;
  private static final int LARGEST_STATEMENT = 1_000;
  private static final int RELOAD_EVERY = 4;

  private final int number;
  private final TpchKeys keys;
  private final Random random;
  private final NewRows rows;
  private long nextFresh;

  Round(long seed, int number, TpchKeys keys) {
    this.number = number;
    this.keys = keys;
    this.random = new Random(seed * 31 + number);
    this.rows = new NewRows(random);
    this.nextFresh = TpchKeys.FIRST_FRESH + number * FRESH_PER_ROUND;
  }

  List<Change> changes() {
    List<Change> changes = new ArrayList<>();
    changes.add(new InsertRows(some(1_000, i -> order())));
    changes.add(new InsertRows(some(5_000, i -> customer())));
    changes.add(
        new AdvanceOrders(
            keys.range(ORDERS, size(200), random), random.nextBoolean() ? "F" : "P", rows.clerk()));
    changes.add(new RaiseBalances(keys.range(CUSTOMER, size(2_000), random), rows.amount()));
    changes.add(
        new RaiseBalances(keys.range(CUSTOMER, size(5_000), random), new BigDecimal("0.00")));
    changes.add(new MergeCustomers(List.of(knownCustomer(), customer())));
    for (ShopTable table : ShopTable.values()) {
      changes.addAll(keyed(table));
    }
    changes.add(new DeleteThenInsert(knownCustomer()));
    changes.add(
        new Transaction(
            List.of(
                placeOrder(), new RaiseBalances(keys.range(CUSTOMER, 1, random), rows.amount()))));
    changes.add(
        new RolledBack(List.of(placeOrder(), new DeleteKeys(CUSTOMER, known(CUSTOMER, 20_000)))));
    Collections.shuffle(changes, random);
    if (number % RELOAD_EVERY == 0) {
      changes.add(new ReloadCustomers(random.nextInt(ReloadCustomers.DIVISOR)));
    }
    return List.copyOf(changes);
  }

  private List<Change> keyed(ShopTable table) {
    long one = keys.pick(table, random);
    return List.of(
        new DeleteKeys(table, known(table, 5_000)),
        new KeyChange(table, keys.pick(table, random), fresh()),
        new KeySwap(table, one, keys.pickOther(table, one, random), fresh()),
        new InsertThenDelete(table == ORDERS ? order() : customer()));
  }

  private InsertRows placeOrder() {
    return new InsertRows(List.of(order()));
  }

  private Row.Order order() {
    return rows.order(fresh(), keys.pick(CUSTOMER, random));
  }

  private Row.Customer customer() {
    return rows.customer(fresh());
  }

  private Row.Customer knownCustomer() {
    return rows.customer(keys.pick(CUSTOMER, random));
  }

  private List<Long> known(ShopTable table, int oneIn) {
    return some(oneIn, i -> keys.pick(table, random));
  }

  private <T> List<T> some(int oneIn, IntFunction<T> one) {
    return IntStream.range(0, Math.min(size(oneIn), LARGEST_STATEMENT)).mapToObj(one).toList();
  }

  /** One for every so many orders of the first load, one at least. */
  private int size(int oneIn) {
    return Math.max(1, keys.orders() / oneIn);
  }

  private long fresh() {
    return nextFresh++;
  }
}
