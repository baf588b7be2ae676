package dev.freshet.sandbox.snowflake.query;

import dev.freshet.sandbox.snowflake.engine.SessionParameters.Name;
import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import dev.freshet.sandbox.snowflake.query.Expr.Form;
import dev.freshet.sandbox.snowflake.sql.SqlType;
import dev.freshet.sandbox.snowflake.sql.SqlType.Family;
import dev.freshet.sandbox.snowflake.sql.UnsupportedSql;
import dev.freshet.sandbox.snowflake.time.Nanos;
import dev.freshet.sandbox.snowflake.time.Written;
import java.math.BigInteger;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * How timestamps stand in DuckDB's SQL. TIMESTAMP_NTZ is the clock's time as {@link Nanos},
 * TIMESTAMP_LTZ {@code {ltz}} and TIMESTAMP_TZ {@code {tz, east}}: the instant as Nanos of UTC,
 * and the minutes it is ahead of it. DuckDB's own functions work on {@code sf_ts} of them, in microseconds, and the
 * rest is added again.
 */
final class Moments {

  private static final String DAY = "86400000000000";

  private Moments() {}

  static String zone(Scope scope) {
    return scope.session().parameters().get(Name.TIMEZONE);
  }

  // -- from a value

  /** What a clock shows, as Nanos: in the session's zone for LTZ, at its own offset for TZ. */
  static String clock(Scope scope, String sql, SqlType type) {
    return switch (type.family()) {
      case TIMESTAMP_NTZ -> sql;
      case DATE -> "sf_of(CAST(" + sql + " AS TIMESTAMP))";
      case TIMESTAMP_LTZ -> clockIn(Expr.quote(zone(scope)), instant(scope, sql, type));
      case TIMESTAMP_TZ -> "sf_tz_clock(" + sql + ")";
      default -> throw new UnsupportedSql("a timestamp of " + type.snowflake());
    };
  }

  /** The instant, as Nanos of UTC; NTZ and DATE are of the session's zone. */
  static String instant(Scope scope, String sql, SqlType type) {
    return switch (type.family()) {
      case TIMESTAMP_LTZ -> "struct_extract(" + sql + ", 'ltz')";
      case TIMESTAMP_TZ -> "struct_extract(" + sql + ", 'tz')";
      default -> instantIn(Expr.quote(zone(scope)), clock(scope, sql, type));
    };
  }

  /** The offset from UTC, in minutes. */
  static String minutes(Scope scope, String sql, SqlType type) {
    return type.family() == Family.TIMESTAMP_TZ
        ? "struct_extract(" + sql + ", 'east')"
        : minutesIn(Expr.quote(zone(scope)), instant(scope, sql, type));
  }

  static String clockIn(String zone, String instant) {
    return zone.equals("'UTC'") ? instant : "sf_clock_in(" + instant + ", " + zone + ")";
  }

  static String instantIn(String zone, String clock) {
    return zone.equals("'UTC'") ? clock : "sf_instant_in(" + clock + ", " + zone + ")";
  }

  static String minutesIn(String zone, String instant) {
    return zone.equals("'UTC'") ? "0" : "sf_minutes_in(" + instant + ", " + zone + ")";
  }

  // -- to a value

  static String ltz(String instant) {
    return "sf_ltz(" + instant + ")";
  }

  static String tz(String instant, String minutes) {
    return "sf_tz(" + instant + ", " + minutes + ")";
  }

  /** A value of another type as a timestamp, cut off at the type's digits. */
  static String cast(Scope scope, String sql, SqlType from, SqlType to) {
    boolean same = from.family() == to.family() && to.precision() == 9;
    return switch (to.family()) {
      case TIMESTAMP_NTZ -> same ? sql : cut(clock(scope, sql, from), to);
      case TIMESTAMP_LTZ -> same ? sql : ltz(cut(instant(scope, sql, from), to));
      case TIMESTAMP_TZ ->
          same ? sql : tz(cut(instant(scope, sql, from), to), minutes(scope, sql, from));
      case DATE -> "CAST(sf_ts(" + clock(scope, sql, from) + ") AS DATE)";
      case TIME ->
          "CAST(make_timestamp_ns(CAST("
              + clock(scope, sql, from)
              + " % "
              + DAY
              + " AS BIGINT)) AS TIME_NS)";
      default -> throw new UnsupportedSql("casting a timestamp to " + to.snowflake());
    };
  }

  private static String cut(String nanos, SqlType type) {
    String unit = "1" + "0".repeat(9 - type.precision());
    return type.precision() == 9 ? nanos : "(" + nanos + " // " + unit + " * " + unit + ")";
  }

  /** Text as a timestamp: a literal is read here and now, other text by {@code sf_read_time}. */
  static String read(Scope scope, Expr text, SqlType type, String format, boolean tried) {
    if (text.isString()) {
      Optional<Written> written = TimeReading.read(text.stringValue(), format);
      if (written.isEmpty() && !tried) {
        throw TimeReading.unrecognized(text.stringValue());
      }
      return written
          .map(w -> value(w, type, ZoneId.of(zone(scope))))
          .orElse("CAST(NULL AS " + type.duckdb() + ")");
    }
    String packed =
        "CAST(sf_read_time(CAST(%s AS VARCHAR), '%s', %s, %s, '%s') AS UHUGEINT)"
            .formatted(
                text.sql(),
                type.family(),
                Expr.quote(zone(scope)),
                Expr.quote(format),
                tried ? "try" : "");
    return switch (type.family()) {
      case TIMESTAMP_NTZ -> cut(packed, type);
      case TIMESTAMP_LTZ -> ltz(cut(packed, type));
      default -> cast(scope, "sf_unpacked_tz(" + packed + ")", SqlType.TIMESTAMP_TZ, type);
    };
  }

  private static String value(Written written, SqlType type, ZoneId zone) {
    BigInteger unit = BigInteger.TEN.pow(9 - type.precision());
    UnaryOperator<BigInteger> cut = nanos -> nanos.subtract(nanos.mod(unit));
    if (type.family() == Family.TIMESTAMP_NTZ) {
      return Nanos.ntz(cut.apply(written.ntz()));
    }
    Instant instant = Nanos.instant(cut.apply(Nanos.of(written.instant(zone))));
    return type.family() == Family.TIMESTAMP_LTZ
        ? Nanos.ltz(instant)
        : Nanos.tz(instant, written.offset(zone));
  }

  // -- several of one type

  /**
   * Several expressions of which one is chosen, or that are compared: if one is a timestamp, all as
   * timestamps of one type (NTZ gives way to LTZ, and both to TZ); otherwise as they are.
   */
  static List<Expr> unify(Scope scope, List<Expr> choices) {
    return common(scope, choices)
        .map(type -> choices.stream().map(c -> Casts.cast(scope, c, type)).toList())
        .orElse(choices);
  }

  /** The type unify gives; empty if none is a timestamp. */
  static Optional<SqlType> common(Scope scope, List<Expr> choices) {
    return choices.stream()
        .filter(choice -> !choice.isLiteral())
        .filter(c -> scope.hasTimestamps() || c.type().filter(SqlType::isTimestamp).isPresent())
        .flatMap(choice -> scope.typeOf(choice).stream())
        .filter(SqlType::isTimestamp)
        .map(SqlType::family)
        .max(Comparator.naturalOrder())
        .map(family -> new SqlType(family, 9, 0, 0));
  }

  /** Expressions as what tells them apart and orders them: offsets do not count. */
  static List<Expr> comparable(Scope scope, List<Expr> sides) {
    Optional<SqlType> type = common(scope, sides);
    if (type.isEmpty() || type.get().family() == Family.TIMESTAMP_NTZ) {
      return unify(scope, sides);
    }
    return unify(scope, sides).stream()
        .map(side -> side.form() == Form.NULL ? side : comparable(scope, side, type.get()))
        .toList();
  }

  private static Expr comparable(Scope scope, Expr side, SqlType type) {
    return Expr.of(instant(scope, side.sql(), type), SqlType.TIMESTAMP_NTZ);
  }

  static SnowflakeException invalid(SqlType from, SqlType to) {
    return SnowflakeException.compilation(
        "001007",
        "invalid type [CAST("
            + from.snowflake()
            + " AS "
            + to.snowflake()
            + ")] for parameter 'TO_"
            + to.family()
            + "'");
  }
}
