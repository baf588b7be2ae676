package dev.freshet.procs.export;

import java.util.List;

/** The contract must stop until someone has looked: nothing is taken, nothing leaves. */
final class Halt extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String reason;
  private final long rows;

  @SuppressWarnings("serial") // strings; never serialised
  private final List<String> keys;

  /**
   * @param reason the broken rule, or a word such as {@code foreignConsumer}
   * @param rows how many rows broke it; 0 if it is not about rows
   * @param keys some of their keys, for the table alone: no message shows them
   * @param message what was found, and what to do
   */
  Halt(String reason, long rows, List<String> keys, String message) {
    super(message);
    this.reason = reason;
    this.rows = rows;
    this.keys = List.copyOf(keys);
  }

  Halt(String reason, String message) {
    this(reason, 0, List.of(), message);
  }

  String reason() {
    return reason;
  }

  long rows() {
    return rows;
  }

  List<String> keys() {
    return keys;
  }
}
