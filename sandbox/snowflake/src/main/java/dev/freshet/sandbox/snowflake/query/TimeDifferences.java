package dev.freshet.sandbox.snowflake.query;

import dev.freshet.sandbox.snowflake.sql.SqlType;
import dev.freshet.sandbox.snowflake.sql.SqlType.Family;
import dev.freshet.sandbox.snowflake.sql.UnsupportedSql;

/** DATEDIFF, on the clock of each side. Source: sql-reference/functions/datediff. */
final class TimeDifferences {

  private TimeDifferences() {}

  /** Boundaries of the unit crossed, not whole units passed. */
  static Expr of(Call call) {
    String unit = TimeUnits.named(call.stringArgument(0));
    boolean clock = !call.argument(2).isString() && call.typeOf(2).family() == Family.TIME;
    if (clock && TimeUnits.nanos(unit) == 0) {
      throw new UnsupportedSql(call.name() + " of TIME in " + unit + "s");
    }
    if (TimeUnits.months(unit) > 0 || (unit.equals("day") && !clock)) {
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
    return "sf_floor_div(epoch_ns(" + time + "), " + TimeUnits.nanos(unit) + ")";
  }

  /** Of nanoseconds there are more than a BIGINT holds. */
  private static String units(Call call, int argument, String unit) {
    String time = Casts.cast(call.scope(), call.argument(argument), SqlType.TIMESTAMP_NTZ).sql();
    return "CAST(%s // %d AS %s)"
        .formatted(
            time, TimeUnits.nanos(unit), unit.equals("nanosecond") ? "DECIMAL(38, 0)" : "BIGINT");
  }

  private static String monday(Call call, int argument) {
    return "CAST(date_trunc('week', " + day(call, argument) + ") AS DATE)";
  }

  private static String day(Call call, int argument) {
    return Casts.cast(
            call.scope(), Times.temporal(call.scope(), call.argument(argument)), SqlType.DATE)
        .sql();
  }
}
