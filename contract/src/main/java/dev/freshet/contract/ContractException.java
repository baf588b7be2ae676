package dev.freshet.contract;

import java.util.List;
import java.util.stream.Collectors;

/** A contract text that is not sound; names every problem at once. */
public final class ContractException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // records of strings; never serialised
  private final List<Problem> problems;

  public ContractException(String name, List<Problem> problems) {
    super(
        "Contract "
            + name
            + " is not sound:\n"
            + problems.stream().map(p -> "  " + p).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  public List<Problem> problems() {
    return problems;
  }
}
