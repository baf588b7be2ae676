package dev.freshet.bridge.config;

import dev.freshet.contract.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** A configuration the bridge cannot start with; names every problem at once. */
public final class ConfigException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // records of strings; never serialised
  private final List<Problem> problems;

  public ConfigException(List<Problem> problems) {
    super(
        "The bridge's configuration has "
            + (problems.size() == 1 ? "a problem" : problems.size() + " problems")
            + ":\n"
            + problems.stream().map(p -> "  " + p).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  public List<Problem> problems() {
    return problems;
  }
}
