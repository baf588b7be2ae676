package dev.freshet.procs.source;

/**
 * A column as INFORMATION_SCHEMA.COLUMNS has it.
 *
 * @param position from 1; a rename keeps it
 * @param type Snowflake's word, for instance NUMBER or TEXT
 * @param secondDigits digits of a second; 0 if it is no time
 */
public record SeenColumn(String name, int position, String type, int secondDigits) {
  @Override
  public String toString() {
    return secondDigits == 0 ? type : type + "(" + secondDigits + ")";
  }
}
