package dev.freshet.procs.request;

import dev.freshet.contract.expression.Expression;
import dev.freshet.procs.home.Options;
import java.util.Optional;
import java.util.Set;

/** The option {@code where} of requests, in the grammar of {@code freshet.where}. */
public final class Conditions {
  static final String WHERE = "where";

  private Conditions() {}

  /**
   * @throws IllegalArgumentException if it is no text, or not in the grammar
   */
  static Optional<String> where(Options options) {
    return options.text(WHERE).map(text -> condition(options, text));
  }

  /** That of a request, as it stands in REQUESTS. */
  public static Optional<String> of(Request request) {
    Set<String> names = Set.of(WHERE, RebaselineOptions.EVENTS);
    return Options.read("the request " + request.id(), request.options(), names, "no other")
        .text(WHERE);
  }

  private static String condition(Options options, String text) {
    try {
      return Expression.parse(text).text();
    } catch (IllegalArgumentException e) {
      throw options.refused(String.valueOf(e.getMessage()));
    }
  }
}
