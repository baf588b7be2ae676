package dev.freshet.sandbox.snowflake.sql;

import java.util.Locale;

/**
 * A Snowflake type and the DuckDB type that holds its values.
 *
 * @param precision digits of a NUMBER, digits of the second of a time; otherwise 0
 * @param scale digits behind the point of a NUMBER; otherwise 0
 * @param length characters of a VARCHAR, bytes of a BINARY; otherwise 0
 */
public record SqlType(Family family, int precision, int scale, int length) {

  public static final int MAX_TEXT = 16_777_216;
  public static final int MAX_BINARY = 8_388_608;

  public static final SqlType INTEGER = number(38, 0);
  public static final SqlType FLOAT = of(Family.FLOAT);
  public static final SqlType TEXT = text(MAX_TEXT);
  public static final SqlType BOOLEAN = of(Family.BOOLEAN);
  public static final SqlType DATE = of(Family.DATE);
  public static final SqlType TIME = new SqlType(Family.TIME, 9, 0, 0);
  public static final SqlType TIMESTAMP_NTZ = new SqlType(Family.TIMESTAMP_NTZ, 9, 0, 0);
  public static final SqlType TIMESTAMP_LTZ = new SqlType(Family.TIMESTAMP_LTZ, 9, 0, 0);
  public static final SqlType TIMESTAMP_TZ = new SqlType(Family.TIMESTAMP_TZ, 9, 0, 0);
  public static final SqlType BINARY = new SqlType(Family.BINARY, 0, 0, MAX_BINARY);
  public static final SqlType VARIANT = of(Family.VARIANT);

  /** The families of types. */
  public enum Family {
    NUMBER("fixed"),
    FLOAT("real"),
    TEXT("text"),
    BOOLEAN("boolean"),
    DATE("date"),
    TIME("time"),
    TIMESTAMP_NTZ("timestamp_ntz"),
    TIMESTAMP_LTZ("timestamp_ltz"),
    TIMESTAMP_TZ("timestamp_tz"),
    BINARY("binary"),
    VARIANT("variant"),
    OBJECT("object"),
    ARRAY("array");

    private final String wireName;

    Family(String wireName) {
      this.wireName = wireName;
    }

    /** The name drivers know it by. */
    public String wireName() {
      return wireName;
    }
  }

  public static SqlType of(Family family) {
    return new SqlType(family, 0, 0, 0);
  }

  public static SqlType number(int precision, int scale) {
    return new SqlType(Family.NUMBER, precision, scale, 0);
  }

  public static SqlType text(int length) {
    return new SqlType(Family.TEXT, 0, 0, length);
  }

  public boolean isTemporal() {
    return switch (family) {
      case DATE, TIME, TIMESTAMP_NTZ, TIMESTAMP_LTZ, TIMESTAMP_TZ -> true;
      default -> false;
    };
  }

  public boolean isTimestamp() {
    return isTemporal() && family != Family.DATE && family != Family.TIME;
  }

  public boolean isSemiStructured() {
    return family == Family.VARIANT || family == Family.OBJECT || family == Family.ARRAY;
  }

  /** The DuckDB type of a column or cast of this type. */
  public String duckdb() {
    return switch (family) {
      case NUMBER -> "DECIMAL(" + precision + ", " + scale + ")";
      case FLOAT -> "DOUBLE";
      case TEXT -> "VARCHAR";
      case BOOLEAN -> "BOOLEAN";
      case DATE -> "DATE";
      case TIME -> "TIME_NS";
      // Nanoseconds since year 0 (see Nanos); of the clock for NTZ, of UTC for the others.
      case TIMESTAMP_NTZ -> "UHUGEINT";
      case TIMESTAMP_LTZ -> "STRUCT(ltz UHUGEINT)";
      case TIMESTAMP_TZ -> "STRUCT(tz UHUGEINT, east SMALLINT)";
      case BINARY -> "BLOB";
      case VARIANT, OBJECT, ARRAY -> "JSON";
    };
  }

  /** The type as DESCRIBE TABLE shows it. */
  public String snowflake() {
    return switch (family) {
      case NUMBER -> "NUMBER(" + precision + "," + scale + ")";
      case TEXT -> "VARCHAR(" + length + ")";
      case TIME, TIMESTAMP_NTZ, TIMESTAMP_LTZ, TIMESTAMP_TZ -> family + "(" + precision + ")";
      case BINARY -> "BINARY(" + length + ")";
      default -> family.name();
    };
  }

  /** The type of a column that DuckDB computed. */
  public static SqlType ofDuckdb(String name) {
    String type = name.toUpperCase(Locale.ROOT);
    if (type.startsWith("DECIMAL(")) {
      String[] parts = type.substring(8, type.length() - 1).split(",");
      return number(Integer.parseInt(parts[0].strip()), Integer.parseInt(parts[1].strip()));
    }
    return switch (type) {
      case "TINYINT", "UTINYINT" -> number(3, 0);
      case "SMALLINT", "USMALLINT" -> number(5, 0);
      case "INTEGER", "UINTEGER" -> number(10, 0);
      case "BIGINT" -> number(19, 0);
      case "UBIGINT" -> number(20, 0);
      case "HUGEINT", "BIGNUM" -> INTEGER;
      case "FLOAT", "DOUBLE" -> FLOAT;
      case "VARCHAR", "UUID", "\"NULL\"", "NULL" -> TEXT;
      case "BOOLEAN" -> BOOLEAN;
      case "DATE" -> DATE;
      case "TIME", "TIME_NS" -> TIME;
      case "UHUGEINT" -> TIMESTAMP_NTZ;
      case "STRUCT(LTZ UHUGEINT)" -> TIMESTAMP_LTZ;
      case "STRUCT(TZ UHUGEINT, EAST SMALLINT)" -> TIMESTAMP_TZ;
      case "BLOB" -> BINARY;
      case "JSON" -> VARIANT;
      default ->
          throw new UnsupportedSql(
              "a value of the stand-in's internal type " + name + " as a result");
    };
  }
}
