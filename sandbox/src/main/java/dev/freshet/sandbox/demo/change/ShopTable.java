package dev.freshet.sandbox.demo.change;

/** A table of the shop that changes, and its key. */
public enum ShopTable {
  CUSTOMER("C_CUSTKEY"),
  ORDERS("O_ORDERKEY");

  /** The shop's database and schema. */
  public static final String SCHEMA = "SHOP.CORE";

  private final String key;

  ShopTable(String key) {
    this.key = key;
  }

  /** The key's column. */
  public String key() {
    return key;
  }

  /** {@code SHOP.CORE.<table>}. */
  public String qualifiedName() {
    return SCHEMA + "." + name();
  }
}
