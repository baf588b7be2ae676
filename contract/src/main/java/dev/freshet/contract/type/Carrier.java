package dev.freshet.contract.type;

/**
 * The form in which a value stands in an unloaded Parquet file. Only forms whose reading does not
 * depend on what Snowflake's documentation leaves open are used: no native timestamp, date, time or
 * binary column (docs.snowflake.com, user-guide/data-unload-considerations).
 */
public enum Carrier {
  /** A decimal of the declared precision and scale, in any physical form Parquet allows. */
  DECIMAL,
  /** UTF-8 text. */
  TEXT,
  BOOLEAN,
  /** A 64-bit float. */
  DOUBLE,
  /** A whole number: days since 1970-01-01. */
  EPOCH_DAY,
  /** A whole number: nanoseconds since midnight. */
  NANO_OF_DAY,
  /** A whole number: nanoseconds since 1970-01-01T00:00:00Z; may exceed 64 bits. */
  EPOCH_NANO,
  /** Upper-case hexadecimal text. */
  HEX,
  /** JSON text. */
  JSON_TEXT
}
