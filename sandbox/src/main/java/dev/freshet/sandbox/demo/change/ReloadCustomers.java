package dev.freshet.sandbox.demo.change;

import java.util.List;

/**
 * The whole table is written again, as nightly loads do: every row gets a new row id, few get a new
 * value, and only those may be published.
 *
 * @param remainder which customers change: those whose key leaves it when divided by {@link
 *     #DIVISOR}
 */
public record ReloadCustomers(int remainder) implements Change {
  /** One customer in so many changes. */
  public static final int DIVISOR = 97;

  /** The table the load prepares its rows in. */
  public static final String PREPARED = ShopTable.SCHEMA + ".CUSTOMER_LOAD";

  @Override
  public List<String> statements() {
    String customer = ShopTable.CUSTOMER.qualifiedName();
    return List.of(
        "INSERT OVERWRITE INTO %s SELECT * FROM %s".formatted(PREPARED, customer),
        "UPDATE %s SET C_ACCTBAL = C_ACCTBAL + 0.01 WHERE MOD(C_CUSTKEY, %d) = %d"
            .formatted(PREPARED, DIVISOR, remainder),
        "INSERT OVERWRITE INTO %s SELECT * FROM %s".formatted(customer, PREPARED));
  }
}
