package dev.freshet.sandbox.check;

/**
 * The facts on both sides.
 *
 * @param held by the truth
 * @param published keys with a value for a state contract, events for an event contract
 * @param equal found on both sides with the same key and the same values
 */
public record Rows(long held, long published, long equal) {
  /** Whether both sides hold the same. */
  public boolean allEqual() {
    return held == equal && published == equal;
  }
}
