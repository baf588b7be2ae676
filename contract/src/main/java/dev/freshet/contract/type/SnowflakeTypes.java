package dev.freshet.contract.type;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads Snowflake's spelling of a type, synonyms included (sql-reference/data-types). */
public final class SnowflakeTypes {
  private static final Pattern SHAPE =
      Pattern.compile("([A-Z_ ]+?)\\s*(?:\\(\\s*(\\d{1,9})\\s*(?:,\\s*(\\d{1,9})\\s*)?\\))?");

  private SnowflakeTypes() {}

  /**
   * Reads a type such as {@code NUMBER(12,2)} or {@code string}.
   *
   * @throws IllegalArgumentException if it is no type that Freshet carries
   */
  public static SnowflakeType parse(String text) {
    Matcher m = SHAPE.matcher(text.strip().toUpperCase(Locale.ROOT));
    if (!m.matches()) {
      throw unknown(text);
    }
    String second = m.group(3);
    return switch (m.group(1)) {
      case "NUMBER", "NUMERIC", "DECIMAL", "DEC" ->
          new SnowflakeType.Fixed(number(m.group(2), 38), number(second, 0));
      case "INT", "INTEGER", "BIGINT", "SMALLINT", "TINYINT", "BYTEINT" ->
          new SnowflakeType.Fixed(38, 0);
      case "VARCHAR", "STRING", "TEXT" ->
          new SnowflakeType.Text(number(m.group(2), SnowflakeType.Text.DEFAULT_LENGTH));
      case "CHAR", "CHARACTER" -> new SnowflakeType.Text(number(m.group(2), 1));
      case "BOOLEAN" -> new SnowflakeType.Bool();
      case "FLOAT", "FLOAT4", "FLOAT8", "DOUBLE", "DOUBLE PRECISION", "REAL" ->
          new SnowflakeType.Real();
      case "DATE" -> new SnowflakeType.Date();
      case "TIME" -> new SnowflakeType.Time(number(m.group(2), SnowflakeType.MOST_SCALE));
      case "TIMESTAMP_NTZ", "DATETIME" ->
          new SnowflakeType.TimestampNtz(number(m.group(2), SnowflakeType.MOST_SCALE));
      case "TIMESTAMP_LTZ" ->
          new SnowflakeType.TimestampLtz(number(m.group(2), SnowflakeType.MOST_SCALE));
      case "TIMESTAMP_TZ" ->
          new SnowflakeType.TimestampTz(number(m.group(2), SnowflakeType.MOST_SCALE));
      case "BINARY", "VARBINARY" -> new SnowflakeType.Binary();
      case "VARIANT", "OBJECT", "ARRAY" -> new SnowflakeType.Semi(m.group(1));
      default -> throw unknown(text);
    };
  }

  private static int number(@Nullable String digits, int otherwise) {
    return digits == null ? otherwise : Integer.parseInt(digits);
  }

  private static IllegalArgumentException unknown(String text) {
    return new IllegalArgumentException(
        "'"
            + text
            + "' is no Snowflake type that Freshet carries; write for instance NUMBER(12,2),"
            + " VARCHAR, DATE or TIMESTAMP_NTZ(9) (TIMESTAMP alone depends on the session)");
  }
}
