package dev.freshet.sandbox.snowflake.query;

import java.math.BigDecimal;
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
          // Snowflake writes offsets as +0200, with a blank before or not; DuckDB as +02:00.
          "sf_zoned(a) AS regexp_replace(a, '\\s*([+-]\\d\\d):?(\\d\\d)$', '\\1:\\2')",
          "sf_nanos(a) AS lpad(CAST(((a % 1000000000) + 1000000000) % 1000000000 AS VARCHAR), 9, '0')",
          "sf_hex_number(a) AS CAST(('0x' || a) AS UHUGEINT)",
          "sf_float_text(a) AS CASE WHEN a = trunc(a) AND abs(a) < 1e15"
              + " THEN CAST(CAST(a AS BIGINT) AS VARCHAR) ELSE CAST(a AS VARCHAR) END",
          "sf_add_months(t, n) AS make_timestamp_ns(epoch_ns(date_trunc('day', t) + to_months(n))"
              + " + epoch_ns(t) - epoch_ns(date_trunc('day', t)))",
          "sf_convert_zone(a, b, t) AS make_timestamp_ns("
              + "epoch_ns(timezone(b, timezone(a, CAST(t AS TIMESTAMP)))) // 1000000 * 1000000"
              + " + epoch_ns(t) % 1000000)");

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
