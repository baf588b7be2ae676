package dev.freshet.sandbox.snowflake.query;

import static dev.freshet.sandbox.snowflake.query.Functions.scalar;

import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import dev.freshet.sandbox.snowflake.query.Functions.Rule;
import dev.freshet.sandbox.snowflake.sql.SqlType;
import dev.freshet.sandbox.snowflake.sql.SqlType.Family;
import dev.freshet.sandbox.snowflake.sql.UnsupportedSql;
import java.util.Locale;
import java.util.Map;

/**
 * Functions of dates and times. TIMESTAMP_NTZ keeps its nanoseconds, which DuckDB's own functions
 * drop.
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
    rules.put("LAST_DAY", scalar(1, 1, c -> c.scalar("last_day", SqlType.DATE)));
    rules.put("DATE_FROM_PARTS", scalar(3, 3, c -> c.scalar("make_date", SqlType.DATE)));
    parsing(rules, "DATE", SqlType.DATE);
    parsing(rules, "TIME", SqlType.TIME);
    parsing(rules, "TIMESTAMP", SqlType.TIMESTAMP_NTZ);
    parsing(rules, "TIMESTAMP_NTZ", SqlType.TIMESTAMP_NTZ);
    parsing(rules, "TIMESTAMP_LTZ", SqlType.TIMESTAMP_LTZ);
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

  private static Expr add(Call call) {
    String unit = unit(call.stringArgument(0));
    String amount = "CAST(" + call.argument(1).sql() + " AS BIGINT)";
    SqlType type = call.argument(2).isString() ? SqlType.TIMESTAMP_NTZ : call.typeOf(2);
    Expr operand =
        type.family() == Family.TEXT || call.argument(2).isString()
            ? Casts.cast(call.scope(), call.argument(2), SqlType.TIMESTAMP_NTZ)
            : call.argument(2);
    boolean wholeDays = months(unit) > 0 || unit.equals("week") || unit.equals("day");
    if (type.family() == Family.DATE && wholeDays) {
      return addToDate(unit, amount, operand.sql());
    }
    return switch (type.family()) {
      case DATE, TEXT, TIMESTAMP_NTZ -> addToNtz(unit, amount, operand, call.scope());
      case TIMESTAMP_LTZ, TIMESTAMP_TZ -> addToLtz(unit, amount, operand.sql());
      default -> throw new UnsupportedSql(call.name() + " to " + type.family());
    };
  }

  private static Expr addToDate(String unit, String amount, String date) {
    String interval =
        months(unit) > 0
            ? "to_months(CAST(" + amount + " * " + months(unit) + " AS INTEGER))"
            : "to_days(CAST(" + amount + " * " + (unit.equals("week") ? 7 : 1) + " AS INTEGER))";
    return Expr.of("CAST(" + date + " + " + interval + " AS DATE)", SqlType.DATE);
  }

  private static Expr addToNtz(String unit, String amount, Expr operand, Scope scope) {
    String time = Casts.cast(scope, operand, SqlType.TIMESTAMP_NTZ).sql();
    String sql =
        months(unit) > 0
            ? "sf_add_months(" + time + ", CAST(" + amount + " * " + months(unit) + " AS INTEGER))"
            : "make_timestamp_ns(epoch_ns(" + time + ") + " + amount + " * " + nanos(unit) + ")";
    return Expr.of(sql, SqlType.TIMESTAMP_NTZ);
  }

  private static Expr addToLtz(String unit, String amount, String operand) {
    if (months(unit) > 0) {
      return Expr.of(
          "(" + operand + " + to_months(CAST(" + amount + " * " + months(unit) + " AS INTEGER)))",
          SqlType.TIMESTAMP_LTZ);
    }
    if (unit.equals("nanosecond")) {
      throw new UnsupportedSql(
          "adding nanoseconds to TIMESTAMP_LTZ: the sandbox keeps microseconds");
    }
    return Expr.of(
        "(" + operand + " + to_microseconds(" + amount + " * " + nanos(unit) / 1000 + "))",
        SqlType.TIMESTAMP_LTZ);
  }

  /** Boundaries of the unit crossed, not whole units passed. */
  private static Expr difference(Call call) {
    String unit = unit(call.stringArgument(0));
    boolean clock = !call.argument(2).isString() && call.typeOf(2).family() == Family.TIME;
    SqlType type = clock ? SqlType.TIME : SqlType.TIMESTAMP_NTZ;
    if (clock && nanos(unit) == 0) {
      throw new UnsupportedSql(call.name() + " of TIME in " + unit + "s");
    }
    if (months(unit) > 0 || (unit.equals("day") && !clock)) {
      return Expr.of("date_diff('" + unit + "', " + day(call, 1) + ", " + day(call, 2) + ")");
    }
    String from = Casts.cast(call.scope(), call.argument(1), type).sql();
    String to = Casts.cast(call.scope(), call.argument(2), type).sql();
    if (unit.equals("week")) {
      return Expr.of(
          "(date_diff('day', CAST(date_trunc('week', "
              + from
              + ") AS DATE), CAST(date_trunc('week', "
              + to
              + ") AS DATE)) // 7)");
    }
    String size = ", " + nanos(unit) + ")";
    return Expr.of(
        "(sf_floor_div(epoch_ns("
            + to
            + ")"
            + size
            + " - sf_floor_div(epoch_ns("
            + from
            + ")"
            + size
            + ")");
  }

  /** Not by way of nanoseconds since 1970: those reach from 1677 to 2262 only. */
  private static String day(Call call, int argument) {
    Expr operand = call.argument(argument);
    String sql =
        operand.isString()
            ? Casts.cast(call.scope(), operand, SqlType.TIMESTAMP_NTZ).sql()
            : operand.sql();
    return "CAST(" + sql + " AS DATE)";
  }

  private static Expr truncate(Call call) {
    String unit = unit(call.stringArgument(0));
    SqlType type = call.typeOf(1);
    String sql = "date_trunc('" + unit + "', " + call.argument(1).sql() + ")";
    return switch (type.family()) {
      case DATE -> Expr.of("CAST(" + sql + " AS DATE)", type);
      case TIMESTAMP_NTZ -> Expr.of("CAST(" + sql + " AS TIMESTAMP_NS)", type);
      case TIMESTAMP_LTZ -> Expr.of(sql, type);
      default -> throw new UnsupportedSql("DATE_TRUNC of " + type.family());
    };
  }

  /** DATE_PART, EXTRACT and the functions named after a part. */
  static Expr part(Scope scope, String part, Expr operand) {
    String unit = unit(part);
    SqlType type = scope.typeOf(operand).orElse(SqlType.TIMESTAMP_NTZ);
    String sql =
        type.family() == Family.TEXT
            ? Casts.cast(scope, operand, SqlType.TIMESTAMP_NTZ).sql()
            : operand.sql();
    String epoch =
        "epoch_ns("
            + (type.family() == Family.DATE ? "CAST(" + sql + " AS TIMESTAMP_NS)" : sql)
            + ")";
    String value =
        switch (unit) {
          case "epoch_second" -> epoch + " // 1000000000";
          case "epoch_millisecond" -> epoch + " // 1000000";
          case "epoch_microsecond" -> epoch + " // 1000";
          case "epoch_nanosecond" -> epoch;
          case "nanosecond" -> "(" + epoch + " % 1000000000 + 1000000000) % 1000000000";
          case "millisecond", "microsecond" ->
              throw new UnsupportedSql("the date part " + part + " (take NANOSECOND)");
          default -> "date_part('" + unit + "', " + sql + ")";
        };
    return Expr.of("(" + value + ")", SqlType.number(19, 0));
  }

  /**
   * TO_DATE and its like: of text, with a format or not; of a number of seconds; of other times.
   */
  private static Expr parse(Call call, SqlType type, boolean tried) {
    SqlType from = call.argument(0).isString() ? SqlType.TEXT : call.typeOf(0);
    if (from.family() == Family.NUMBER && type.isTimestamp()) {
      return epoch(call, type);
    }
    if (call.count() == 2) {
      return formatted(call, type, tried);
    }
    return tried
        ? Casts.tryCast(call.scope(), call.argument(0), type)
        : Casts.cast(call.scope(), call.argument(0), type);
  }

  private static Expr epoch(Call call, SqlType type) {
    String scale = call.count() < 2 ? "0" : call.argument(1).sql();
    if (!scale.matches("[0369]")) {
      throw new UnsupportedSql(call.name() + " with a scale other than 0, 3, 6 or 9");
    }
    long unit = (long) Math.pow(10, 9 - Integer.parseInt(scale));
    Expr time =
        Expr.of(
            "make_timestamp_ns(CAST(" + call.argument(0).sql() + " * " + unit + " AS BIGINT))",
            SqlType.TIMESTAMP_NTZ);
    return type.family() == Family.TIMESTAMP_LTZ
        ? Expr.of("timezone('UTC', CAST(" + time.sql() + " AS TIMESTAMP))", type)
        : time;
  }

  private static Expr formatted(Call call, SqlType type, boolean tried) {
    String format = call.stringArgument(1);
    if (format.equalsIgnoreCase("AUTO")) {
      return Casts.cast(call.scope(), call.argument(0), type);
    }
    String pattern = Expr.quote(TimeFormat.translate(format));
    String parsed =
        (tried ? "try_strptime(" : "strptime(") + call.argument(0).sql() + ", " + pattern + ")";
    return Casts.cast(call.scope(), Expr.of(parsed, SqlType.TIMESTAMP_NTZ), type);
  }

  private static Expr convert(Call call) {
    if (call.count() == 3) {
      String time = Casts.cast(call.scope(), call.argument(2), SqlType.TIMESTAMP_NTZ).sql();
      return Expr.of(
          "sf_convert_zone("
              + call.argument(0).sql()
              + ", "
              + call.argument(1).sql()
              + ", "
              + time
              + ")",
          SqlType.TIMESTAMP_NTZ);
    }
    Expr time = call.argument(1);
    if (!call.typeOf(1).isTimestamp() || !call.argument(0).sql().equals("'UTC'")) {
      throw new UnsupportedSql(
          "CONVERT_TIMEZONE with two arguments other than 'UTC' and a timestamp");
    }
    boolean zoned = call.typeOf(1).family() != Family.TIMESTAMP_NTZ;
    Expr instant = zoned ? time : Casts.cast(call.scope(), time, SqlType.TIMESTAMP_LTZ);
    return Expr.of(instant.sql(), SqlType.TIMESTAMP_TZ);
  }
}
