package dev.freshet.contract.type;

/** The form in which a value stands in a JSON record (docs/formats.md). */
public enum JsonForm {
  NUMBER("number"),
  /** A number that a reader of 64-bit floats would round. */
  DECIMAL_STRING("string with all its decimals"),
  STRING("string"),
  BOOLEAN("true, false"),
  /** What JSON has no number for is a string. */
  DOUBLE("number; NaN, Infinity, -Infinity as strings"),
  DATE_STRING("string, ISO 8601 date"),
  TIME_STRING("string, nine digits of a second"),
  INSTANT_STRING("string, ISO 8601 in UTC, nine digits of a second"),
  OFFSET_STRING("string, ISO 8601 with its offset, nine digits of a second"),
  HEX_STRING("string, upper-case hexadecimal"),
  VALUE("the JSON value");

  private final String words;

  JsonForm(String words) {
    this.words = words;
  }

  /** The form in words, for pages and messages. */
  public String words() {
    return words;
  }
}
