package dev.freshet.sandbox.demo.change;

/** Orders with neighbouring keys get another status and clerk. */
public record AdvanceOrders(KeyRange orders, String status, String clerk) implements Step {
  @Override
  public String statement() {
    return "UPDATE %s SET O_ORDERSTATUS = %s, O_CLERK = %s WHERE %s"
        .formatted(
            ShopTable.ORDERS.qualifiedName(),
            Literal.of(status),
            Literal.of(clerk),
            orders.condition(ShopTable.ORDERS));
  }
}
