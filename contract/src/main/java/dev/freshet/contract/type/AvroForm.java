package dev.freshet.contract.type;

/** The form in which a value stands in an Avro record (Avro 1.12, specification, logical types). */
public enum AvroForm {
  LONG("long"),
  /** Two's complement, with the precision and scale of the type. */
  DECIMAL("bytes, decimal(p,s)"),
  STRING("string"),
  /** The text of the JSON value. */
  JSON_STRING("string of JSON"),
  BOOLEAN("boolean"),
  DOUBLE("double"),
  DATE("int, date"),
  TIME_MICROS("long, time-micros"),
  /** An instant; of a local time, the instant in the contract's zone. */
  TIMESTAMP_MICROS("long, timestamp-micros"),
  /** The text of a JSON record: nanoseconds and zones do not fit Avro's 64 bits. */
  ISO_STRING("string, as in JSON"),
  BYTES("bytes");

  private final String words;

  AvroForm(String words) {
    this.words = words;
  }

  /** The form in words, for pages and messages. */
  public String words() {
    return words;
  }
}
