package dev.freshet.contract;

/**
 * One thing wrong with a text.
 *
 * @param where the place, as a path such as {@code schema[0].properties[2].physicalType}
 * @param what what was found, and what to do about it
 */
public record Problem(String where, String what) {
  @Override
  public String toString() {
    return where + ": " + what;
  }
}
