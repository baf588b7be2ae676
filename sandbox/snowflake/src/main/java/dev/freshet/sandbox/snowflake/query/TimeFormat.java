package dev.freshet.sandbox.snowflake.query;

import dev.freshet.sandbox.snowflake.sql.SqlType;
import dev.freshet.sandbox.snowflake.sql.SqlType.Family;
import dev.freshet.sandbox.snowflake.sql.UnsupportedSql;
import dev.freshet.sandbox.snowflake.time.TimeElement;
import java.util.ArrayList;
import java.util.List;

/** Writes dates and times as text, in Snowflake's formats. */
final class TimeFormat {

  private final Scope scope;
  private final String value;
  private final SqlType type;
  private final String clock;

  private TimeFormat(Scope scope, String value, SqlType type) {
    this.scope = scope;
    this.value = value;
    this.type = type;
    this.clock =
        switch (type.family()) {
          case TIME -> "make_timestamp_ns(epoch_ns(" + value + "))";
          case DATE -> value;
          default -> "sf_ts(" + Moments.clock(scope, value, type) + ")";
        };
  }

  /** The SQL of the text of a value of a temporal type. */
  static String write(Scope scope, String sql, SqlType type, String format) {
    return new TimeFormat(scope, sql, type).written(TimeElement.of(format));
  }

  /** Runs of elements that DuckDB's strftime knows go into one call. */
  private String written(List<TimeElement> elements) {
    List<String> parts = new ArrayList<>();
    StringBuilder pattern = new StringBuilder();
    for (TimeElement element : elements) {
      switch (element.kind()) {
        case FRACTION, ZONE_HOUR, ZONE_MINUTE -> {
          strftime(pattern, parts);
          parts.add(apart(element));
        }
        default -> pattern.append(strftime(element));
      }
    }
    strftime(pattern, parts);
    return "(" + String.join(" || ", parts) + ")";
  }

  private void strftime(StringBuilder pattern, List<String> parts) {
    if (!pattern.isEmpty()) {
      parts.add("strftime(" + clock + ", " + Expr.quote(pattern.toString()) + ")");
      pattern.setLength(0);
    }
  }

  private static String strftime(TimeElement element) {
    return switch (element.kind()) {
      case YEAR -> "%Y";
      case SHORT_YEAR -> "%y";
      case MONTH_NAME -> "%B";
      case SHORT_MONTH_NAME -> "%b";
      case MONTH -> "%m";
      case DAY -> "%d";
      case DAY_NAME -> "%a";
      case HOUR -> "%H";
      case HALF_DAY_HOUR -> "%I";
      case MINUTE -> "%M";
      case SECOND -> "%S";
      case AM, PM -> "%p";
      case LITERAL -> element.text().replace("%", "%%");
      case FRACTION, ZONE_HOUR, ZONE_MINUTE -> throw new IllegalArgumentException(element.text());
    };
  }

  private String apart(TimeElement element) {
    return switch (element.kind()) {
      case FRACTION -> "left(sf_nanos(" + nanos() + "), " + element.text() + ")";
      case ZONE_HOUR -> "sf_offset_hour(" + minutes() + ")";
      default -> "lpad(CAST(abs(" + minutes() + ") % 60 AS VARCHAR), 2, '0')";
    };
  }

  private String nanos() {
    return switch (type.family()) {
      case TIME -> "epoch_ns(" + value + ")";
      case DATE -> "0";
      default -> Moments.clock(scope, value, type);
    };
  }

  private String minutes() {
    if (!type.isTimestamp() || type.family() == Family.TIMESTAMP_NTZ) {
      throw new UnsupportedSql("writing the offset of a " + type.family());
    }
    return Moments.minutes(scope, value, type);
  }
}
