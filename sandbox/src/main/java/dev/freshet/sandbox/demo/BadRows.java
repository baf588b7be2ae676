package dev.freshet.sandbox.demo;

import static dev.freshet.sandbox.demo.change.ShopTable.CUSTOMER;
import static dev.freshet.sandbox.demo.change.ShopTable.ORDERS;

import dev.freshet.contract.Rule;
import dev.freshet.sandbox.demo.change.Change;
import dev.freshet.sandbox.demo.change.InsertRows;
import dev.freshet.sandbox.demo.change.Row;
import java.util.List;
import java.util.Random;

/**
 * A handful of rows that each break one rule of one contract, under keys that nothing else in the
 * demo touches: they must be set aside, and nothing of them may be published.
 */
public final class BadRows {
  private static final long FIRST_KEY = 3_000_000_000L;
  private static final long NO_SUCH_NATION =
      10_000_000_000_000L; // fits the table, not the contract

  private static final String BALANCES = "shop.customer_balance_changed.v1";
  private static final BadRow UNKNOWN_STATUS =
      new BadRow("shop.order_status_changed.v1", Rule.UNKNOWN_ENUM, ORDERS, FIRST_KEY);
  private static final BadRow WITHOUT_CUSTOMER =
      new BadRow("shop.order_placed.v1", Rule.MISSING_KEY, ORDERS, FIRST_KEY + 1);
  private static final BadRow FAR_NATION =
      new BadRow(BALANCES, Rule.DOES_NOT_FIT, CUSTOMER, FIRST_KEY + 2);
  private static final BadRow WITHOUT_SEGMENT =
      new BadRow(BALANCES, Rule.REQUIRED_NULL, CUSTOMER, FIRST_KEY + 3);
  private static final BadRow TWICE =
      new BadRow(BALANCES, Rule.DUPLICATE_KEY, CUSTOMER, FIRST_KEY + 4);

  private BadRows() {}

  /** Which key breaks which rule. */
  public static List<BadRow> all() {
    return List.of(UNKNOWN_STATUS, WITHOUT_CUSTOMER, FAR_NATION, WITHOUT_SEGMENT, TWICE);
  }

  /** The inserts that plant them. */
  public static List<Change> planted(long seed) {
    NewRows rows = new NewRows(new Random(seed));
    Row.Customer twice = rows.customer(TWICE.key());
    return List.of(
        new InsertRows(
            List.of(
                withStatus(rows.order(UNKNOWN_STATUS.key(), 1), "X"),
                withoutCustomer(rows.order(WITHOUT_CUSTOMER.key(), 1)))),
        new InsertRows(
            List.of(
                withNation(rows.customer(FAR_NATION.key()), NO_SUCH_NATION),
                withoutSegment(rows.customer(WITHOUT_SEGMENT.key())),
                twice,
                twice)));
  }

  private static Row.Order withStatus(Row.Order o, String status) {
    return new Row.Order(
        o.key(), o.customer(), status, o.totalPrice(), o.date(), o.priority(), o.clerk(), "");
  }

  private static Row.Order withoutCustomer(Row.Order o) {
    return new Row.Order(
        o.key(), null, o.status(), o.totalPrice(), o.date(), o.priority(), o.clerk(), "");
  }

  private static Row.Customer withNation(Row.Customer c, long nation) {
    return new Row.Customer(
        c.key(), c.name(), c.address(), nation, c.phone(), c.balance(), c.segment(), "");
  }

  private static Row.Customer withoutSegment(Row.Customer c) {
    return new Row.Customer(
        c.key(), c.name(), c.address(), c.nation(), c.phone(), c.balance(), null, "");
  }
}
