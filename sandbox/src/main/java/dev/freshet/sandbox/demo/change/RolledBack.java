package dev.freshet.sandbox.demo.change;

import java.util.List;

/** Steps that are taken back: nothing of them may ever be published. */
public record RolledBack(List<Step> steps) implements Change {
  public RolledBack {
    steps = List.copyOf(steps);
  }

  @Override
  public List<String> statements() {
    return Transaction.ended(steps, "ROLLBACK");
  }
}
