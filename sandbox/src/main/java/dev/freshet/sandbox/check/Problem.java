package dev.freshet.sandbox.check;

import java.util.List;

/**
 * A kind of disagreement.
 *
 * @param what in the plural
 * @param count how many cases
 * @param examples the first few
 */
public record Problem(String what, long count, List<String> examples) {
  public Problem {
    examples = List.copyOf(examples);
  }

  @Override
  public String toString() {
    String and = count > examples.size() ? ", …" : "";
    return count + " " + what + ": " + String.join(", ", examples) + and;
  }
}
