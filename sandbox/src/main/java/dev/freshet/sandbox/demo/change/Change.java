package dev.freshet.sandbox.demo.change;

import java.util.List;

/**
 * One thing that happens to the shop. Statements go out one by one on one connection with
 * autocommit, so a change that is more than a {@link Step} brings its own BEGIN and COMMIT.
 */
public sealed interface Change
    permits Step,
        Transaction,
        RolledBack,
        KeySwap,
        InsertThenDelete,
        DeleteThenInsert,
        ReloadCustomers {

  /** The SQL, in order; the same for equal changes. */
  List<String> statements();
}
