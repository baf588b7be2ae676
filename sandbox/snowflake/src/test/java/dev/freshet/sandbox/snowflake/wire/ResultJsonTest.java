package dev.freshet.sandbox.snowflake.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freshet.sandbox.snowflake.engine.Column;
import dev.freshet.sandbox.snowflake.engine.Result;
import dev.freshet.sandbox.snowflake.engine.StatementType;
import dev.freshet.sandbox.snowflake.sql.SqlType;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Collections;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ResultJsonTest {

  private static final String SNOWMAN = "Schneemann \u2603 \uD83D\uDE00 \"quoted\"\n";
  private static final Instant NANOSECOND = Instant.parse("2024-02-29T23:59:59.123456789Z");

  private static TestAccount account;

  @BeforeAll
  static void start() {
    account = new TestAccount();
    account.scripted().on("TYPES", session -> oneOfEachType());
    account.scripted().on("NULLS", session -> nulls());
    account.scripted().on("MANY", session -> many());
  }

  @AfterAll
  static void stop() {
    account.close();
  }

  private interface Check {
    void accept(ResultSet rows) throws SQLException;
  }

  private static void onFirstRow(DriverVersion driver, String sql, Check check) throws Exception {
    try (Connection connection = account.connect(driver);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      assertThat(rows.next()).isTrue();
      check.accept(rows);
    }
  }

  private static Result oneOfEachType() {
    long second = NANOSECOND.getEpochSecond();
    return Result.builder(StatementType.SELECT)
        .column(new Column("N", SqlType.INTEGER, false))
        .column(new Column("D", SqlType.number(12, 2), true))
        .column(new Column("F", SqlType.FLOAT, true))
        .column(new Column("T", SqlType.text(100), true))
        .column(new Column("B", SqlType.BOOLEAN, true))
        .column(new Column("DAY", SqlType.DATE, true))
        .column(new Column("NTZ", SqlType.TIMESTAMP_NTZ, true))
        .column(new Column("LTZ", SqlType.TIMESTAMP_LTZ, true))
        .column(new Column("TZ", SqlType.TIMESTAMP_TZ, true))
        .column(new Column("CLOCK", SqlType.TIME, true))
        .column(new Column("BYTES", SqlType.BINARY, true))
        .column(new Column("V", SqlType.VARIANT, true))
        .row(
            "-" + "9".repeat(38),
            "-0.05",
            "1.5E-7",
            SNOWMAN,
            "1",
            "-1",
            second + ".123456789",
            second + ".123456789",
            second + ".123456789 1560",
            "86399.999999999",
            "00FF10",
            "{\"a\":1}")
        .build();
  }

  private static Result nulls() {
    Result types = oneOfEachType();
    return Result.of(
        StatementType.SELECT,
        types.columns(),
        Collections.singletonList(new String[types.columns().size()]));
  }

  private static Result many() {
    Result.Builder rows = Result.builder(StatementType.SELECT).number("I").text("T");
    for (int i = 0; i < 50_000; i++) {
      rows.row("" + i, "row " + i);
    }
    return rows.build();
  }

  @ParameterizedTest
  @EnumSource
  void carriesNumbersWithoutLoss(DriverVersion driver) throws Exception {
    onFirstRow(
        driver,
        "SCRIPTED TYPES",
        rows -> {
          assertThat(rows.getBigDecimal("N")).isEqualTo(new BigDecimal("-" + "9".repeat(38)));
          assertThat(rows.getBigDecimal("D")).isEqualTo(new BigDecimal("-0.05"));
          assertThat(rows.getDouble("F")).isEqualTo(1.5E-7);
          assertThat(rows.getBoolean("B")).isTrue();
        });
  }

  @ParameterizedTest
  @EnumSource
  void carriesTextBinaryAndVariants(DriverVersion driver) throws Exception {
    onFirstRow(
        driver,
        "SCRIPTED TYPES",
        rows -> {
          assertThat(rows.getString("T")).isEqualTo(SNOWMAN);
          assertThat(rows.getBytes("BYTES")).containsExactly(0, -1, 16);
          assertThat(rows.getString("V")).isEqualTo("{\"a\":1}");
        });
  }

  @ParameterizedTest
  @EnumSource
  void carriesTimesToTheNanosecond(DriverVersion driver) throws Exception {
    onFirstRow(
        driver,
        "SCRIPTED TYPES",
        rows -> {
          assertThat(rows.getDate("DAY")).isEqualTo(Date.valueOf("1969-12-31"));
          assertThat(rows.getTimestamp("NTZ"))
              .isEqualTo(Timestamp.valueOf("2024-02-29 23:59:59.123456789"));
          assertThat(rows.getTimestamp("LTZ").toInstant()).isEqualTo(NANOSECOND);
          assertThat(rows.getTimestamp("TZ").toInstant()).isEqualTo(NANOSECOND);
          assertThat(rows.getString("TZ")).isEqualTo("2024-03-01 01:59:59.123 +0200");
          assertThat(rows.getString("CLOCK")).isEqualTo("23:59:59");
        });
  }

  @ParameterizedTest
  @EnumSource
  void describesItsColumns(DriverVersion driver) throws Exception {
    onFirstRow(
        driver,
        "SCRIPTED TYPES",
        rows -> {
          var data = rows.getMetaData();
          assertThat(data.getColumnCount()).isEqualTo(12);
          assertThat(data.getColumnLabel(2)).isEqualTo("D");
          assertThat(data.getPrecision(2)).isEqualTo(12);
          assertThat(data.getScale(2)).isEqualTo(2);
          assertThat(data.getColumnTypeName(4)).isEqualTo("VARCHAR");
          assertThat(data.getColumnDisplaySize(4)).isEqualTo(100);
          assertThat(data.getColumnType(7)).isEqualTo(Types.TIMESTAMP);
          assertThat(data.getScale(7)).isEqualTo(9);
          assertThat(data.isNullable(1)).isZero();
        });
  }

  @ParameterizedTest
  @EnumSource
  void carriesNullOfEveryType(DriverVersion driver) throws Exception {
    onFirstRow(
        driver,
        "SCRIPTED NULLS",
        rows -> {
          for (int i = 1; i <= 12; i++) {
            assertThat(rows.getObject(i)).isNull();
          }
        });
  }

  @ParameterizedTest
  @EnumSource
  void carriesManyRowsInOrder(DriverVersion driver) throws Exception {
    onFirstRow(
        driver,
        "SCRIPTED MANY",
        rows -> {
          int expected = 0;
          do {
            assertThat(rows.getInt(1)).isEqualTo(expected);
            assertThat(rows.getString(2)).isEqualTo("row " + expected++);
          } while (rows.next());
          assertThat(expected).isEqualTo(50_000);
        });
  }
}
