package dev.freshet.contract.type;

/**
 * A Snowflake column type (docs.snowflake.com, sql-reference/intro-summary-data-types), one record
 * per case. {@code toString} is Snowflake's spelling.
 */
public sealed interface SnowflakeType {

  /** How a value of this type stands in an unloaded Parquet file. */
  Carrier carrier();

  /** {@code NUMBER(precision, scale)}; exact, up to 38 digits. */
  record Fixed(int precision, int scale) implements SnowflakeType {
    /** Whole numbers of up to this many digits are exact in a JSON number (2^53). */
    private static final int EXACT_DIGITS = 15;

    public Fixed {
      if (precision < 1 || precision > 38 || scale < 0 || scale > precision) {
        throw new IllegalArgumentException(
            "NUMBER takes a precision of 1 to 38 and a scale up to it, found NUMBER("
                + precision
                + ","
                + scale
                + ")");
      }
    }

    /** Whether every value of the type is exact as a JSON number; otherwise it is a string. */
    public boolean exactInJson() {
      return scale == 0 && precision <= EXACT_DIGITS;
    }

    @Override
    public Carrier carrier() {
      return Carrier.DECIMAL;
    }

    @Override
    public String toString() {
      return "NUMBER(" + precision + "," + scale + ")";
    }
  }

  /** {@code VARCHAR(length)}, length in characters. */
  record Text(int length) implements SnowflakeType {
    /** Snowflake's length where none is given. */
    public static final int DEFAULT_LENGTH = 16_777_216;

    @Override
    public Carrier carrier() {
      return Carrier.TEXT;
    }

    @Override
    public String toString() {
      return "VARCHAR(" + length + ")";
    }
  }

  /** {@code BOOLEAN}. */
  record Bool() implements SnowflakeType {
    @Override
    public Carrier carrier() {
      return Carrier.BOOLEAN;
    }

    @Override
    public String toString() {
      return "BOOLEAN";
    }
  }

  /** {@code FLOAT}, 64 bits. */
  record Real() implements SnowflakeType {
    @Override
    public Carrier carrier() {
      return Carrier.DOUBLE;
    }

    @Override
    public String toString() {
      return "FLOAT";
    }
  }

  /** {@code DATE}. */
  record Date() implements SnowflakeType {
    @Override
    public Carrier carrier() {
      return Carrier.EPOCH_DAY;
    }

    @Override
    public String toString() {
      return "DATE";
    }
  }

  /** {@code TIME(scale)}, scale in digits of a second. */
  record Time(int scale) implements SnowflakeType {
    @Override
    public Carrier carrier() {
      return Carrier.NANO_OF_DAY;
    }

    @Override
    public String toString() {
      return "TIME(" + scale + ")";
    }
  }

  /** {@code TIMESTAMP_NTZ(scale)}; its zone is the contract's {@code freshet.zone}. */
  record TimestampNtz(int scale) implements SnowflakeType {
    @Override
    public Carrier carrier() {
      return Carrier.EPOCH_NANO;
    }

    @Override
    public String toString() {
      return "TIMESTAMP_NTZ(" + scale + ")";
    }
  }

  /** {@code TIMESTAMP_LTZ(scale)}, an instant. */
  record TimestampLtz(int scale) implements SnowflakeType {
    @Override
    public Carrier carrier() {
      return Carrier.EPOCH_NANO;
    }

    @Override
    public String toString() {
      return "TIMESTAMP_LTZ(" + scale + ")";
    }
  }

  /** {@code TIMESTAMP_TZ(scale)}; travels as text, so that its offset is kept. */
  record TimestampTz(int scale) implements SnowflakeType {
    @Override
    public Carrier carrier() {
      return Carrier.TEXT;
    }

    @Override
    public String toString() {
      return "TIMESTAMP_TZ(" + scale + ")";
    }
  }

  /** {@code BINARY}. */
  record Binary() implements SnowflakeType {
    @Override
    public Carrier carrier() {
      return Carrier.HEX;
    }

    @Override
    public String toString() {
      return "BINARY";
    }
  }

  /** {@code VARIANT}, {@code OBJECT} or {@code ARRAY}: semi-structured. */
  record Semi(String word) implements SnowflakeType {
    @Override
    public Carrier carrier() {
      return Carrier.JSON_TEXT;
    }

    @Override
    public String toString() {
      return word;
    }
  }
}
