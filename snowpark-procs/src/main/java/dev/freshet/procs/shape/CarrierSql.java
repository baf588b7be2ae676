package dev.freshet.procs.shape;

import dev.freshet.contract.type.SnowflakeType;
import dev.freshet.procs.sql.Sql;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The form in which a value is staged and unloaded (docs/formats.md, "How a value travels"), and
 * its canonical text in a key. Only functions whose result the documentation fixes are used:
 * seconds since the epoch come from DATEDIFF, which counts whole seconds crossed and so rounds down
 * before 1970 too.
 *
 * @param zone the contract's zone: a TIMESTAMP_NTZ is the instant that a clock there shows
 */
record CarrierSql(ZoneId zone) {
  private static final String NANOS = "1000000000";
  private static final String TIMESTAMP = "YYYY-MM-DD\"T\"HH24:MI:SS.FF9";

  /** The staged column's type. */
  static String columnType(SnowflakeType type) {
    return switch (type.carrier()) {
      case DECIMAL -> type.toString();
      case TEXT, HEX, JSON_TEXT -> "VARCHAR";
      case BOOLEAN -> "BOOLEAN";
      case DOUBLE -> "FLOAT";
      case EPOCH_DAY -> "NUMBER(10,0)";
      case NANO_OF_DAY -> "NUMBER(14,0)";
      case EPOCH_NANO -> "NUMBER(22,0)";
    };
  }

  /** The value in its carrier. */
  String of(SnowflakeType type, String value) {
    String carried = carried(type, value);
    return carried.equals(value) ? value : "CAST(" + carried + " AS " + columnType(type) + ")";
  }

  private String carried(SnowflakeType type, String value) {
    return switch (type.carrier()) {
      case DECIMAL, BOOLEAN, DOUBLE -> value;
      case TEXT ->
          type instanceof SnowflakeType.TimestampTz ? format(value, TIMESTAMP + "TZH:TZM") : value;
      case HEX -> "HEX_ENCODE(" + value + ")";
      case JSON_TEXT -> json(type, value);
      case EPOCH_DAY -> "DATEDIFF('day', '1970-01-01'::DATE, " + value + ")";
      case NANO_OF_DAY -> nanos("'00:00:00'::TIME", value);
      case EPOCH_NANO -> nanos("'1970-01-01'::TIMESTAMP_NTZ", utc(type, value));
    };
  }

  /** A JSON null is NULL, as far as a record is concerned. */
  private static String json(SnowflakeType type, String value) {
    String text = "TO_JSON(" + value + ")";
    return type.toString().equals("VARIANT")
        ? "IFF(IS_NULL_VALUE(" + value + "), NULL, " + text + ")"
        : text;
  }

  private static String nanos(String since, String value) {
    return "DATEDIFF('second', "
        + since
        + ", "
        + value
        + ")::NUMBER(38,0) * "
        + NANOS
        + " + DATE_PART('nanosecond', "
        + value
        + ")";
  }

  private String utc(SnowflakeType type, String value) {
    if (type instanceof SnowflakeType.TimestampLtz) {
      return "CONVERT_TIMEZONE('UTC', " + value + ")::TIMESTAMP_NTZ";
    }
    return zone.normalized().equals(ZoneOffset.UTC)
        ? value
        : "CONVERT_TIMEZONE(" + Sql.literal(zone.getId()) + ", 'UTC', " + value + ")";
  }

  /** The value's text in a key (docs/formats.md, "Key text and lane"); from the promised value. */
  String canonical(SnowflakeType type, String value) {
    return switch (type.carrier()) {
      case DECIMAL -> "TO_VARCHAR(" + value + ")";
      case BOOLEAN -> "CASE WHEN " + value + " THEN 'true' WHEN NOT " + value + " THEN 'false' END";
      case EPOCH_DAY -> format(value, "YYYY-MM-DD");
      case NANO_OF_DAY -> format(value, "HH24:MI:SS.FF9");
      case EPOCH_NANO -> format(utc(type, value), TIMESTAMP + "\"Z\"");
      case TEXT, HEX -> carried(type, value);
      case DOUBLE, JSON_TEXT ->
          throw new IllegalArgumentException(type + " cannot be part of a key");
    };
  }

  private static String format(String value, String format) {
    return "TO_VARCHAR(" + value + ", '" + format + "')";
  }
}
