package dev.freshet.sandbox.demo.change;

import java.util.List;

/** A change of one statement, which can also be part of a transaction. */
public sealed interface Step extends Change
    permits InsertRows, DeleteKeys, RaiseBalances, AdvanceOrders, KeyChange, MergeCustomers {

  /** The SQL, without a semicolon. */
  String statement();

  @Override
  default List<String> statements() {
    return List.of(statement());
  }
}
