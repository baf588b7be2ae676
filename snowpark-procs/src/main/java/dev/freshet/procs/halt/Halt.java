package dev.freshet.procs.halt;

import java.util.List;

/** The contract must stop until someone has looked: nothing is taken, nothing leaves. */
public final class Halt extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final HaltReason reason;
  private final long rows;

  @SuppressWarnings("serial") // strings; never serialised
  private final List<String> keys;

  /**
   * @param reason why
   * @param rows how many rows broke it; 0 if it is not about rows
   * @param keys some of their keys, for the table alone: no message shows them
   * @param found what was found, without values of rows; the way out is the reason's
   */
  public Halt(HaltReason reason, long rows, List<String> keys, String found) {
    super(found);
    this.reason = reason;
    this.rows = rows;
    this.keys = List.copyOf(keys);
  }

  public Halt(HaltReason reason, String found) {
    this(reason, 0, List.of(), found);
  }

  public HaltReason reason() {
    return reason;
  }

  /** What was found. */
  public String found() {
    return String.valueOf(getMessage());
  }

  long rows() {
    return rows;
  }

  List<String> keys() {
    return keys;
  }
}
