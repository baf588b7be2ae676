package dev.freshet.sandbox.snowflake.query;

import static dev.freshet.sandbox.snowflake.query.Functions.scalar;

import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import dev.freshet.sandbox.snowflake.query.Functions.Rule;
import dev.freshet.sandbox.snowflake.sql.SqlType;
import dev.freshet.sandbox.snowflake.sql.SqlType.Family;
import dev.freshet.sandbox.snowflake.sql.UnsupportedSql;
import dev.freshet.sandbox.snowflake.time.Nanos;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Functions of dates and times. What DuckDB's own functions do in microseconds, for the clock's
 * time, is made exact to nanoseconds and right for zones here; see {@link Moments}.
 */
final class Times {

  private Times() {}

  static void register(Map<String, Rule> rules) {
    for (String name : new String[] {"DATEADD", "TIMESTAMPADD", "TIMEADD"}) {
      rules.put(name, scalar(3, 3, Times::add));
    }
    for (String name : new String[] {"DATEDIFF", "TIMESTAMPDIFF", "TIMEDIFF"}) {
      rules.put(name, scalar(3, 3, Times::difference));
    }
    rules.put("DATE_TRUNC", scalar(2, 2, Times::truncate));
    rules.put("DATE_PART", scalar(2, 2, c -> part(c.scope(), c.stringArgument(0), c.argument(1))));
    for (String name :
        new String[] {
          "YEAR",
          "QUARTER",
          "MONTH",
          "WEEK",
          "DAY",
          "DAYOFMONTH",
          "DAYOFWEEK",
          "DAYOFWEEKISO",
          "DAYOFYEAR",
          "HOUR",
          "MINUTE",
          "SECOND"
        }) {
      rules.put(name, scalar(1, 1, c -> part(c.scope(), name, c.argument(0))));
    }
    rules.put("LAST_DAY", scalar(1, 1, Times::lastDay));
    rules.put("DATE_FROM_PARTS", scalar(3, 3, c -> c.scalar("make_date", SqlType.DATE)));
    parsing(rules, "DATE", SqlType.DATE);
    parsing(rules, "TIME", SqlType.TIME);
    parsing(rules, "TIMESTAMP", SqlType.TIMESTAMP_NTZ);
    parsing(rules, "TIMESTAMP_NTZ", SqlType.TIMESTAMP_NTZ);
    parsing(rules, "TIMESTAMP_LTZ", SqlType.TIMESTAMP_LTZ);
    parsing(rules, "TIMESTAMP_TZ", SqlType.TIMESTAMP_TZ);
    rules.put("CONVERT_TIMEZONE", scalar(2, 3, Times::convert));
  }

  private static void parsing(Map<String, Rule> rules, String name, SqlType type) {
    rules.put("TO_" + name, scalar(1, 2, c -> parse(c, type, false)));
    rules.put("TRY_TO_" + name, scalar(1, 2, c -> parse(c, type, true)));
  }

  /** A part's one name of those Snowflake gives it. Source: sql-reference/functions-date-time. */
  private static String unit(String part) {
    return switch (part.toUpperCase(Locale.ROOT)) {
      case "YEAR", "Y", "YY", "YYY", "YYYY", "YR", "YEARS", "YRS" -> "year";
      case "QUARTER", "Q", "QTR", "QTRS", "QUARTERS" -> "quarter";
      case "MONTH", "MM", "MON", "MONS", "MONTHS" -> "month";
      case "WEEK", "W", "WK", "WEEKOFYEAR", "WOY", "WY", "WEEKISO" -> "week";
      case "DAY", "D", "DD", "DAYS", "DAYOFMONTH" -> "day";
      case "DAYOFWEEK", "WEEKDAY", "DOW", "DW" -> "dow";
      case "DAYOFWEEKISO", "WEEKDAY_ISO", "DOW_ISO", "DW_ISO" -> "isodow";
      case "DAYOFYEAR", "YEARDAY", "DOY", "DY" -> "doy";
      case "HOUR", "H", "HH", "HR", "HOURS", "HRS" -> "hour";
      case "MINUTE", "M", "MI", "MIN", "MINUTES", "MINS" -> "minute";
      case "SECOND", "S", "SEC", "SECONDS", "SECS" -> "second";
      case "MILLISECOND", "MS", "MSEC", "MILLISECONDS" -> "millisecond";
      case "MICROSECOND", "US", "USEC", "MICROSECONDS" -> "microsecond";
      case "NANOSECOND", "NS", "NSEC", "NANOSEC", "NSECOND", "NANOSECONDS" -> "nanosecond";
      case "EPOCH_SECOND", "EPOCH", "EPOCH_SECONDS" -> "epoch_second";
      case "EPOCH_MILLISECOND", "EPOCH_MILLISECONDS" -> "epoch_millisecond";
      case "EPOCH_MICROSECOND", "EPOCH_MICROSECONDS" -> "epoch_microsecond";
      case "EPOCH_NANOSECOND", "EPOCH_NANOSECONDS" -> "epoch_nanosecond";
      default ->
          throw SnowflakeException.compilation(
              "001073", "'" + part + "' is not a valid date/time component");
    };
  }

  private static long nanos(String unit) {
    return switch (unit) {
      case "week" -> 7 * 86_400_000_000_000L;
      case "day" -> 86_400_000_000_000L;
      case "hour" -> 3_600_000_000_000L;
      case "minute" -> 60_000_000_000L;
      case "second" -> 1_000_000_000L;
      case "millisecond" -> 1_000_000L;
      case "microsecond" -> 1_000L;
      case "nanosecond" -> 1L;
      default -> 0;
    };
  }

  private static int months(String unit) {
    return switch (unit) {
      case "year" -> 12;
      case "quarter" -> 3;
      case "month" -> 1;
      default -> 0;
    };
  }

  /** The argument as a value of a temporal type; text is taken for a TIMESTAMP_NTZ. */
  private static Expr temporal(Scope scope, Expr argument) {
    SqlType type = argument.isString() ? SqlType.TEXT : typeOf(scope, argument);
    return type.family() == Family.TEXT
        ? Casts.cast(scope, argument, SqlType.TIMESTAMP_NTZ)
        : Expr.of(argument.sql(), type);
  }

  private static SqlType typeOf(Scope scope, Expr argument) {
    return scope
        .typeOf(argument)
        .orElseThrow(
            () -> new UnsupportedSql("a time whose type it cannot tell here (cast it first)"));
  }

  private static Expr add(Call call) {
    String unit = unit(call.stringArgument(0));
    String amount = "CAST(" + call.argument(1).sql() + " AS BIGINT)";
    Expr operand = temporal(call.scope(), call.argument(2));
    SqlType type = typeOf(call.scope(), operand);
    boolean wholeDays = months(unit) > 0 || unit.equals("week") || unit.equals("day");
    if (type.family() == Family.DATE && wholeDays) {
      return addToDate(unit, amount, operand.sql());
    }
    if (type.family() != Family.DATE && !type.isTimestamp()) {
      throw new UnsupportedSql(call.name() + " to " + type.family());
    }
    return onClock(
        call.scope(),
        operand,
        months(unit) > 0,
        x ->
            months(unit) > 0
                ? "sf_add_months(" + x + ", " + months(amount, unit) + ")"
                : "sf_plus(" + x + ", CAST(" + amount + " AS HUGEINT) * " + nanos(unit) + ")");
  }

  private static String months(String amount, String unit) {
    return "CAST(" + amount + " * " + months(unit) + " AS INTEGER)";
  }

  private static Expr addToDate(String unit, String amount, String date) {
    String interval =
        months(unit) > 0
            ? "to_months(" + months(amount, unit) + ")"
            : "to_days(CAST(" + amount + " * " + (unit.equals("week") ? 7 : 1) + " AS INTEGER))";
    return Expr.of("CAST(" + date + " + " + interval + " AS DATE)", SqlType.DATE);
  }

  /**
   * A change of a timestamp, or of a DATE as one.
   *
   * @param local whether it is the clock's time that changes, rather than the instant
   */
  private static Expr onClock(Scope scope, Expr time, boolean local, UnaryOperator<String> change) {
    SqlType type = typeOf(scope, time);
    String sql = time.sql();
    String clock = Moments.clock(scope, sql, type);
    return switch (type.family()) {
      case TIMESTAMP_LTZ ->
          Expr.of(
              Moments.ltz(
                  local
                      ? Moments.instant(scope, change.apply(clock), SqlType.TIMESTAMP_NTZ)
                      : change.apply(Moments.instant(scope, sql, type))),
              type);
      case TIMESTAMP_TZ -> {
        String minutes = Moments.minutes(scope, sql, type);
        String back = "CAST(" + minutes + " AS HUGEINT) * -60000000000";
        yield Expr.of(
            Moments.tz("sf_plus(" + change.apply(clock) + ", " + back + ")", minutes), type);
      }
      default -> Expr.of(change.apply(clock), SqlType.TIMESTAMP_NTZ);
    };
  }

  private static Expr lastDay(Call call) {
    Expr time = temporal(call.scope(), call.argument(0));
    return Expr.of(
        "last_day(" + Casts.cast(call.scope(), time, SqlType.DATE).sql() + ")", SqlType.DATE);
  }

  /** Boundaries of the unit crossed, not whole units passed. */
  private static Expr difference(Call call) {
    String unit = unit(call.stringArgument(0));
    boolean clock = !call.argument(2).isString() && call.typeOf(2).family() == Family.TIME;
    if (clock && nanos(unit) == 0) {
      throw new UnsupportedSql(call.name() + " of TIME in " + unit + "s");
    }
    if (months(unit) > 0 || (unit.equals("day") && !clock)) {
      return Expr.of("date_diff('" + unit + "', " + day(call, 1) + ", " + day(call, 2) + ")");
    }
    if (unit.equals("week")) {
      return Expr.of("(date_diff('day', " + monday(call, 1) + ", " + monday(call, 2) + ") // 7)");
    }
    return clock
        ? Expr.of("(" + unitsOfTime(call, 2, unit) + " - " + unitsOfTime(call, 1, unit) + ")")
        : Expr.of("(" + units(call, 2, unit) + " - " + units(call, 1, unit) + ")");
  }

  private static String unitsOfTime(Call call, int argument, String unit) {
    String time = Casts.cast(call.scope(), call.argument(argument), SqlType.TIME).sql();
    return "sf_floor_div(epoch_ns(" + time + "), " + nanos(unit) + ")";
  }

  /** Of nanoseconds there are more than a BIGINT holds. */
  private static String units(Call call, int argument, String unit) {
    String time = Casts.cast(call.scope(), call.argument(argument), SqlType.TIMESTAMP_NTZ).sql();
    return "CAST(%s // %d AS %s)"
        .formatted(time, nanos(unit), unit.equals("nanosecond") ? "DECIMAL(38, 0)" : "BIGINT");
  }

  private static String monday(Call call, int argument) {
    return "CAST(date_trunc('week', " + day(call, argument) + ") AS DATE)";
  }

  private static String day(Call call, int argument) {
    return Casts.cast(call.scope(), temporal(call.scope(), call.argument(argument)), SqlType.DATE)
        .sql();
  }

  private static Expr truncate(Call call) {
    String unit = unit(call.stringArgument(0));
    SqlType type = call.typeOf(1);
    if (type.family() == Family.DATE) {
      String sql = "date_trunc('" + unit + "', " + call.argument(1).sql() + ")";
      return Expr.of("CAST(" + sql + " AS DATE)", type);
    }
    if (!type.isTimestamp()) {
      throw new UnsupportedSql("DATE_TRUNC of " + type.family());
    }
    long size = unit.equals("week") ? 0 : nanos(unit);
    return onClock(
        call.scope(),
        call.argument(1),
        true,
        x ->
            size > 0
                ? "(" + x + " // " + size + " * " + size + ")"
                : "sf_of(date_trunc('" + unit + "', sf_ts(" + x + ")))");
  }

  /** DATE_PART, EXTRACT and the functions named after a part. */
  static Expr part(Scope scope, String part, Expr operand) {
    String unit = unit(part);
    Expr time = temporal(scope, operand);
    SqlType type = typeOf(scope, time);
    String value =
        switch (unit) {
          case "epoch_second" -> sinceEpoch(scope, time, type, 1_000_000_000);
          case "epoch_millisecond" -> sinceEpoch(scope, time, type, 1_000_000);
          case "epoch_microsecond" -> sinceEpoch(scope, time, type, 1_000);
          case "epoch_nanosecond" -> sinceEpoch(scope, time, type, 1);
          case "nanosecond" -> "CAST(" + nanos(scope, time, type) + " % 1000000000 AS BIGINT)";
          case "millisecond", "microsecond" ->
              throw new UnsupportedSql("the date part " + part + " (take NANOSECOND)");
          default -> "date_part('" + unit + "', " + shown(scope, time, type) + ")";
        };
    boolean wide = unit.equals("epoch_nanosecond");
    return Expr.of("(" + value + ")", wide ? SqlType.INTEGER : SqlType.number(19, 0));
  }

  private static String shown(Scope scope, Expr time, SqlType type) {
    return type.isTimestamp() ? "sf_ts(" + nanos(scope, time, type) + ")" : time.sql();
  }

  private static String nanos(Scope scope, Expr time, SqlType type) {
    return type.family() == Family.TIME
        ? "epoch_ns(" + time.sql() + ")"
        : Moments.clock(scope, time.sql(), type);
  }

  /** Of NTZ and DATE: since 1970 on the same clock. */
  private static String sinceEpoch(Scope scope, Expr time, SqlType type, long unit) {
    boolean zoned = type.family() == Family.TIMESTAMP_LTZ || type.family() == Family.TIMESTAMP_TZ;
    String nanos =
        zoned ? Moments.instant(scope, time.sql(), type) : Moments.clock(scope, time.sql(), type);
    long epoch = Nanos.EPOCH_SECOND * (1_000_000_000 / unit);
    String holder = unit == 1 ? "DECIMAL(38, 0)" : "BIGINT";
    String offset = unit == 1 ? Nanos.EPOCH_SECOND + "000000000::DECIMAL(38, 0)" : "" + epoch;
    return "CAST(" + nanos + " // " + unit + " AS " + holder + ") - " + offset;
  }

  /**
   * TO_DATE and its like: of text, with a format or not; of a number of seconds; of other times.
   */
  private static Expr parse(Call call, SqlType type, boolean tried) {
    SqlType from = call.argument(0).isString() ? SqlType.TEXT : call.typeOf(0);
    if (from.family() == Family.NUMBER && type.isTimestamp()) {
      return epoch(call, type);
    }
    if (call.count() == 2 && !call.stringArgument(1).equalsIgnoreCase(TimeReading.AUTO)) {
      Expr read =
          Expr.of(
              Moments.read(
                  call.scope(),
                  call.argument(0),
                  type.isTimestamp() ? type : SqlType.TIMESTAMP_NTZ,
                  call.stringArgument(1),
                  tried),
              type.isTimestamp() ? type : SqlType.TIMESTAMP_NTZ);
      return Casts.cast(call.scope(), read, type);
    }
    return tried
        ? Casts.tryCast(call.scope(), call.argument(0), type)
        : Casts.cast(call.scope(), call.argument(0), type);
  }

  private static Expr epoch(Call call, SqlType type) {
    String scale = call.count() < 2 ? "0" : call.argument(1).sql();
    if (!scale.matches("[0-9]")) {
      throw new UnsupportedSql(call.name() + " with a scale other than 0 to 9");
    }
    String unit = "1" + "0".repeat(9 - Integer.parseInt(scale));
    return Expr.of(ofEpoch(call.scope(), call.argument(0).sql(), unit, type), type);
  }

  /** A timestamp of a number of units since 1970, each of so many nanoseconds. */
  static String ofEpoch(Scope scope, String number, String unit, SqlType type) {
    String nanos =
        "sf_plus(CAST(%d000000000 AS UHUGEINT), CAST(CAST(%s AS DECIMAL(38, 9)) * %s AS HUGEINT))"
            .formatted(Nanos.EPOCH_SECOND, number, unit);
    Expr instant =
        type.family() == Family.TIMESTAMP_NTZ
            ? Expr.of(nanos, SqlType.TIMESTAMP_NTZ)
            : Expr.of(Moments.ltz(nanos), SqlType.TIMESTAMP_LTZ);
    return Casts.cast(scope, instant, type).sql();
  }

  private static Expr convert(Call call) {
    Scope scope = call.scope();
    if (call.count() == 3) {
      String clock = Casts.cast(scope, call.argument(2), SqlType.TIMESTAMP_NTZ).sql();
      String instant = Moments.instantIn(call.argument(0).sql(), clock);
      return Expr.of(Moments.clockIn(call.argument(1).sql(), instant), SqlType.TIMESTAMP_NTZ);
    }
    Expr time = temporal(scope, call.argument(1));
    String instant = Moments.instant(scope, time.sql(), typeOf(scope, time));
    String minutes = Moments.minutesIn(call.argument(0).sql(), instant);
    return Expr.of(Moments.tz(instant, minutes), SqlType.TIMESTAMP_TZ);
  }
}
