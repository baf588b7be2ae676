package dev.freshet.contract.type;

/**
 * A Snowflake column type (docs.snowflake.com, sql-reference/intro-summary-data-types), one record
 * per case. {@code toString} is Snowflake's spelling.
 */
public sealed interface SnowflakeType {
  /** Up to this many digits of a second are whole microseconds. */
  int MICROS = 6;

  /** Snowflake's most digits of a second. */
  int MOST_SCALE = 9;

  /** How a value of this type stands in an unloaded Parquet file. */
  Carrier carrier();

  /** How a value of this type stands in an Avro record. */
  AvroForm avro();

  /** How a value of this type stands in a JSON record. */
  JsonForm json();

  /** Whether equal values have one text, so that it can be a key. */
  default boolean hasExactText() {
    return !(this instanceof Real || this instanceof Semi);
  }

  /** {@code NUMBER(precision, scale)}; exact, up to 38 digits. */
  record Fixed(int precision, int scale) implements SnowflakeType {
    /** Whole numbers of up to this many digits are exact in a JSON number (2^53). */
    private static final int EXACT_DIGITS = 15;

    /** Whole numbers of up to this many digits fit 64 bits. */
    private static final int LONG_DIGITS = 18;

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
    public AvroForm avro() {
      return scale == 0 && precision <= LONG_DIGITS ? AvroForm.LONG : AvroForm.DECIMAL;
    }

    @Override
    public JsonForm json() {
      return exactInJson() ? JsonForm.NUMBER : JsonForm.DECIMAL_STRING;
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

    /** Snowflake's longest (sql-reference/data-types-text). */
    private static final int MOST_LENGTH = 134_217_728;

    public Text {
      if (length < 1 || length > MOST_LENGTH) {
        throw new IllegalArgumentException(
            "VARCHAR takes a length of 1 to " + MOST_LENGTH + ", found " + length);
      }
    }

    @Override
    public Carrier carrier() {
      return Carrier.TEXT;
    }

    @Override
    public AvroForm avro() {
      return AvroForm.STRING;
    }

    @Override
    public JsonForm json() {
      return JsonForm.STRING;
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
    public AvroForm avro() {
      return AvroForm.BOOLEAN;
    }

    @Override
    public JsonForm json() {
      return JsonForm.BOOLEAN;
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
    public AvroForm avro() {
      return AvroForm.DOUBLE;
    }

    @Override
    public JsonForm json() {
      return JsonForm.DOUBLE;
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
    public AvroForm avro() {
      return AvroForm.DATE;
    }

    @Override
    public JsonForm json() {
      return JsonForm.DATE_STRING;
    }

    @Override
    public String toString() {
      return "DATE";
    }
  }

  /** {@code TIME(scale)}, scale in digits of a second. */
  record Time(int scale) implements SnowflakeType {
    public Time {
      requireScale("TIME", scale);
    }

    @Override
    public Carrier carrier() {
      return Carrier.NANO_OF_DAY;
    }

    @Override
    public AvroForm avro() {
      return scale <= MICROS ? AvroForm.TIME_MICROS : AvroForm.ISO_STRING;
    }

    @Override
    public JsonForm json() {
      return JsonForm.TIME_STRING;
    }

    @Override
    public String toString() {
      return "TIME(" + scale + ")";
    }
  }

  /** {@code TIMESTAMP_NTZ(scale)}; its zone is the contract's {@code freshet.zone}. */
  record TimestampNtz(int scale) implements SnowflakeType {
    public TimestampNtz {
      requireScale("TIMESTAMP_NTZ", scale);
    }

    @Override
    public Carrier carrier() {
      return Carrier.EPOCH_NANO;
    }

    @Override
    public AvroForm avro() {
      return scale <= MICROS ? AvroForm.TIMESTAMP_MICROS : AvroForm.ISO_STRING;
    }

    @Override
    public JsonForm json() {
      return JsonForm.INSTANT_STRING;
    }

    @Override
    public String toString() {
      return "TIMESTAMP_NTZ(" + scale + ")";
    }
  }

  /** {@code TIMESTAMP_LTZ(scale)}, an instant. */
  record TimestampLtz(int scale) implements SnowflakeType {
    public TimestampLtz {
      requireScale("TIMESTAMP_LTZ", scale);
    }

    @Override
    public Carrier carrier() {
      return Carrier.EPOCH_NANO;
    }

    @Override
    public AvroForm avro() {
      return scale <= MICROS ? AvroForm.TIMESTAMP_MICROS : AvroForm.ISO_STRING;
    }

    @Override
    public JsonForm json() {
      return JsonForm.INSTANT_STRING;
    }

    @Override
    public String toString() {
      return "TIMESTAMP_LTZ(" + scale + ")";
    }
  }

  /** {@code TIMESTAMP_TZ(scale)}; travels as text, so that its offset is kept. */
  record TimestampTz(int scale) implements SnowflakeType {
    public TimestampTz {
      requireScale("TIMESTAMP_TZ", scale);
    }

    @Override
    public Carrier carrier() {
      return Carrier.TEXT;
    }

    @Override
    public AvroForm avro() {
      return AvroForm.ISO_STRING;
    }

    @Override
    public JsonForm json() {
      return JsonForm.OFFSET_STRING;
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
    public AvroForm avro() {
      return AvroForm.BYTES;
    }

    @Override
    public JsonForm json() {
      return JsonForm.HEX_STRING;
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
    public AvroForm avro() {
      return AvroForm.JSON_STRING;
    }

    @Override
    public JsonForm json() {
      return JsonForm.VALUE;
    }

    @Override
    public String toString() {
      return word;
    }
  }

  private static void requireScale(String type, int scale) {
    if (scale < 0 || scale > MOST_SCALE) {
      throw new IllegalArgumentException(
          type + " takes 0 to " + MOST_SCALE + " digits of a second, found " + scale);
    }
  }
}
