package dev.freshet.sandbox.demo.change;

import java.math.BigDecimal;

/**
 * Customers with neighbouring keys get an amount added to their balance; zero writes equal values.
 */
public record RaiseBalances(KeyRange customers, BigDecimal amount) implements Step {
  @Override
  public String statement() {
    return "UPDATE %s SET C_ACCTBAL = C_ACCTBAL + %s WHERE %s"
        .formatted(
            ShopTable.CUSTOMER.qualifiedName(),
            amount.toPlainString(),
            customers.condition(ShopTable.CUSTOMER));
  }
}
