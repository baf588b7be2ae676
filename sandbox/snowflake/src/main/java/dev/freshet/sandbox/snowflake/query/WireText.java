package dev.freshet.sandbox.snowflake.query;

import dev.freshet.sandbox.snowflake.sql.SqlType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Turns the text the wire carries back into values: the reverse of {@link WireRows}. */
final class WireText {

  private WireText() {}

  /** A value as text that DuckDB can cast. */
  static @Nullable String toDuckdb(SqlType type, @Nullable String text) {
    if (text == null) {
      return null;
    }
    return switch (type.family()) {
      case BOOLEAN -> text.equals("1") ? "true" : "false";
      case DATE -> LocalDate.ofEpochDay(Long.parseLong(text)).toString();
      case TIME ->
          LocalTime.ofNanoOfDay(new BigDecimal(text).movePointRight(9).longValueExact()).toString();
      case TIMESTAMP_NTZ -> dateTime(text).toString();
      case TIMESTAMP_LTZ, TIMESTAMP_TZ -> dateTime(text.split(" ")[0]) + "Z";
      default -> text;
    };
  }

  /** The expression that makes a value of such a text. */
  static String cast(SqlType type, String column) {
    return type.family() == SqlType.Family.BINARY
        ? "unhex(" + column + ")"
        : "CAST(" + column + " AS " + type.duckdb() + ")";
  }

  private static LocalDateTime dateTime(String seconds) {
    BigDecimal nanos = new BigDecimal(seconds).movePointRight(9);
    var parts =
        nanos.toBigIntegerExact().divideAndRemainder(BigDecimal.TEN.pow(9).toBigIntegerExact());
    return LocalDateTime.ofInstant(
        Instant.ofEpochSecond(parts[0].longValueExact(), parts[1].longValueExact()),
        ZoneOffset.UTC);
  }
}
