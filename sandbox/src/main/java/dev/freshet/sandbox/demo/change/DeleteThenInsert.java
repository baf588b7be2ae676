package dev.freshet.sandbox.demo.change;

import java.util.List;

/**
 * A row goes and another of the same key comes, each in its own transaction: one upsert, although
 * Snowflake sees two rows. Only for customers, since an order that was placed is an event, which
 * its key identifies for ever.
 */
public record DeleteThenInsert(Row.Customer row) implements Change {
  @Override
  public List<String> statements() {
    return List.of(
        new DeleteKeys(row.table(), List.of(row.key())).statement(),
        new InsertRows(List.of(row)).statement());
  }
}
