package dev.freshet.cli.smoke;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a statement must answer. */
sealed interface Expectation {

  /** Nothing but that it runs. */
  record Runs() implements Expectation {}

  /** The first row is one of these. */
  record FirstRow(List<String> anyOf) implements Expectation {
    boolean matches(List<String> row) {
      String found = String.join(" | ", row);
      return anyOf.stream().anyMatch(found::equalsIgnoreCase);
    }
  }

  /** So many rows. */
  record RowCount(int rows) implements Expectation {}

  /** An error with this code. */
  record Refused(int code) implements Expectation {}

  /** Its first row is shown and not judged. */
  record Told() implements Expectation {}

  /** Its first value is remembered under a name. */
  record Let(String name) implements Expectation {}

  /** Reads a directive; empty if a comment is none. */
  static Optional<Expectation> read(String comment) {
    if (comment.startsWith("expect rows ")) {
      return Optional.of(new RowCount(Integer.parseInt(after(comment, "expect rows "))));
    }
    if (comment.startsWith("expect refused ")) {
      return Optional.of(new Refused(Integer.parseInt(after(comment, "expect refused "))));
    }
    if (comment.startsWith("expect ")) {
      return Optional.of(
          new FirstRow(Arrays.asList(comment.substring("expect ".length()).split(" or ", -1))));
    }
    if (comment.startsWith("let ")) {
      return Optional.of(new Let(after(comment, "let ")));
    }
    return comment.equals("tell") ? Optional.of(new Told()) : Optional.empty();
  }

  private static String after(String comment, String word) {
    return comment.substring(word.length()).strip();
  }
}
