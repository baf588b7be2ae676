package dev.freshet.sandbox.demo.change;

/** A row gets another key: for consumers one fact goes and another comes. */
public record KeyChange(ShopTable table, long from, long to) implements Step {
  @Override
  public String statement() {
    return "UPDATE %s SET %s = %d WHERE %s = %d"
        .formatted(table.qualifiedName(), table.key(), to, table.key(), from);
  }
}
