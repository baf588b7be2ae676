package dev.freshet.sandbox.snowflake.query;

import dev.freshet.sandbox.snowflake.time.Nanos;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBLogicalType;
import org.jspecify.annotations.Nullable;

/** Functions added to DuckDB where its own mean something else than Snowflake's. */
public final class DuckFunctions {

  private static final List<String> MACROS =
      List.of(
          "sf_floor_div(a, b) AS (a - ((a % b) + b) % b) // b",
          "sf_hex_number(a) AS CAST(('0x' || a) AS UHUGEINT)",
          "sf_float_text(a) AS CASE WHEN a = trunc(a) AND abs(a) < 1e15"
              + " THEN CAST(CAST(a AS BIGINT) AS VARCHAR) ELSE CAST(a AS VARCHAR) END",
          // Timestamps: x is Nanos, t one of DuckDB's own, n nanoseconds, m minutes from UTC.
          "sf_us(x) AS CAST(x // 1000 AS BIGINT) - " + Nanos.EPOCH_SECOND + "000000",
          "sf_ts(x) AS make_timestamp(sf_us(x))",
          "sf_of(t) AS CAST((CAST(epoch_us(t) AS HUGEINT) + "
              + Nanos.EPOCH_SECOND
              + "000000) * 1000 AS UHUGEINT)",
          "sf_plus(x, n) AS CAST(CAST(x AS HUGEINT) + n AS UHUGEINT)",
          "sf_wire(a) AS CAST(CAST(replace(a, '.', '') AS HUGEINT) + "
              + Nanos.EPOCH_SECOND
              + "000000000 AS UHUGEINT)",
          "sf_ltz(x) AS CASE WHEN x IS NOT NULL THEN struct_pack(ltz := x) END",
          "sf_tz(x, m) AS CASE WHEN x IS NOT NULL"
              + " THEN struct_pack(tz := x, east := CAST(m AS SMALLINT)) END",
          "sf_unpacked_tz(p) AS sf_tz(p // 4096, CAST(p % 4096 AS SMALLINT) - 1440)",
          "sf_tz_clock(z) AS sf_plus(struct_extract(z, 'tz'),"
              + " CAST(struct_extract(z, 'east') AS HUGEINT) * 60000000000)",
          "sf_clock_in(x, zone) AS sf_of(timezone(zone, make_timestamptz(sf_us(x)))) + x % 1000",
          "sf_instant_in(x, zone) AS sf_of(timezone(zone, sf_ts(x))) + x % 1000",
          "sf_minutes_in(x, zone) AS"
              + " (epoch_us(timezone(zone, make_timestamptz(sf_us(x)))) - sf_us(x)) // 60000000",
          "sf_nanos(x) AS lpad(CAST(x % 1000000000 AS VARCHAR), 9, '0')",
          "sf_offset_hour(m) AS CASE WHEN m < 0 THEN '-' ELSE '+' END"
              + " || lpad(CAST(abs(m) // 60 AS VARCHAR), 2, '0')",
          "sf_add_months(x, n) AS sf_of(date_trunc('day', sf_ts(x)) + to_months(n))"
              + " + x % 86400000000000");

  private DuckFunctions() {}

  /** Once for the database. */
  public static void register(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String macro : MACROS) {
        statement.execute("CREATE MACRO " + macro);
      }
    }
    function(connection, "sf_json", JsonText::parsed);
    function(connection, "sf_try_json", JsonText::tried);
    try (var text = DuckDBLogicalType.of(DuckDBColumnType.VARCHAR);
        var builder = DuckDBFunctions.scalarFunction()) {
      builder
          .withName("sf_divide")
          .withVarArgs(text)
          .withReturnType(String.class)
          .withVarArgsFunction(DuckFunctions::divide)
          .withNullInNullOut()
          .register(connection);
    }
    try (var text = DuckDBLogicalType.of(DuckDBColumnType.VARCHAR);
        var builder = DuckDBFunctions.scalarFunction()) {
      builder
          .withName("sf_read_time")
          .withVarArgs(text)
          .withReturnType(BigInteger.class)
          .withVarArgsFunction(TimeReading::packed)
          .withNullInNullOut()
          .register(connection);
    }
  }

  private static void function(
      Connection connection, String name, java.util.function.Function<String, ?> body)
      throws SQLException {
    try (var builder = DuckDBFunctions.scalarFunction()) {
      builder
          .withName(name)
          .withParameters(String.class)
          .withReturnType(String.class)
          .withFunction(body)
          .withNullInNullOut()
          .register(connection);
    }
  }

  private static @Nullable String divide(@Nullable Object[] arguments) {
    if (arguments[0] == null || arguments[1] == null) {
      return null;
    }
    BigDecimal divisor = new BigDecimal((String) arguments[1]);
    if (divisor.signum() == 0) {
      throw new ArithmeticException("Division by zero");
    }
    return new BigDecimal((String) arguments[0])
        .divide(divisor, Integer.parseInt((String) arguments[2]), RoundingMode.HALF_UP)
        .toPlainString();
  }
}
