package dev.freshet.sandbox.demo.change;

import java.util.ArrayList;
import java.util.List;

/** Several steps that become visible together. */
public record Transaction(List<Step> steps) implements Change {
  public Transaction {
    steps = List.copyOf(steps);
  }

  @Override
  public List<String> statements() {
    return ended(steps, "COMMIT");
  }

  static List<String> ended(List<Step> steps, String end) {
    List<String> statements = new ArrayList<>();
    statements.add("BEGIN");
    steps.forEach(step -> statements.add(step.statement()));
    statements.add(end);
    return List.copyOf(statements);
  }
}
