package dev.freshet.sandbox.demo.change;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A new row of one of the shop's tables. */
public sealed interface Row permits Row.Customer, Row.Order {

  ShopTable table();

  /** The key's value. */
  long key();

  /** The values as SQL literals, in the order of the table's columns. */
  List<String> literals();

  /** The values in parentheses, as in VALUES. */
  default String tuple() {
    return "(" + String.join(", ", literals()) + ")";
  }

  /** A row of CUSTOMER; balance of scale 2. The segment is missing in rows made to be wrong. */
  record Customer(
      long key,
      String name,
      String address,
      long nation,
      String phone,
      BigDecimal balance,
      @Nullable String segment,
      String comment)
      implements Row {

    @Override
    public ShopTable table() {
      return ShopTable.CUSTOMER;
    }

    @Override
    public List<String> literals() {
      return List.of(
          Long.toString(key),
          Literal.of(name),
          Literal.of(address),
          Long.toString(nation),
          Literal.of(phone),
          balance.toPlainString(),
          segment == null ? "NULL" : Literal.of(segment),
          Literal.of(comment));
    }
  }

  /** A row of ORDERS; total price of scale 2. The customer is missing in rows made to be wrong. */
  record Order(
      long key,
      @Nullable Long customer,
      String status,
      BigDecimal totalPrice,
      LocalDate date,
      String priority,
      String clerk,
      String comment)
      implements Row {

    @Override
    public ShopTable table() {
      return ShopTable.ORDERS;
    }

    @Override
    public List<String> literals() {
      return List.of(
          Long.toString(key),
          customer == null ? "NULL" : Long.toString(customer),
          Literal.of(status),
          totalPrice.toPlainString(),
          Literal.of(date.toString()),
          Literal.of(priority),
          Literal.of(clerk),
          "0",
          Literal.of(comment));
    }
  }
}
