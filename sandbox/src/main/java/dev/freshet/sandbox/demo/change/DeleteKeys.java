package dev.freshet.sandbox.demo.change;

import java.util.List;
import java.util.stream.Collectors;

/** The rows of some keys disappear. */
public record DeleteKeys(ShopTable table, List<Long> keys) implements Step {
  public DeleteKeys {
    keys = List.copyOf(keys);
  }

  @Override
  public String statement() {
    String list = keys.stream().map(String::valueOf).collect(Collectors.joining(", "));
    return "DELETE FROM %s WHERE %s IN (%s)".formatted(table.qualifiedName(), table.key(), list);
  }
}
