package dev.freshet.sandbox.snowflake.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What an application does with a driver. */
class SqlTest {

  private static TestAccount account;

  @BeforeAll
  static void start() {
    account = new TestAccount();
  }

  @AfterAll
  static void stop() {
    account.close();
  }

  @ParameterizedTest
  @EnumSource
  void storesAndAnswersEveryType(DriverVersion driver) throws Exception {
    try (Connection connection = account.connect(driver);
        Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE OR REPLACE TABLE TYPES (N NUMBER, D NUMBER(38,37), F FLOAT, T VARCHAR, B BOOLEAN,"
              + " DAY DATE, CLOCK TIME, NTZ TIMESTAMP_NTZ, LTZ TIMESTAMP_LTZ, TZ TIMESTAMP_TZ,"
              + " BYTES BINARY, V VARIANT)");
      statement.execute(
          "INSERT INTO TYPES SELECT -99999999999999999999999999999999999999,"
              + " 9.9999999999999999999999999999999999999, 0.1, 'Schneemann \u2603 \uD83D\uDE00',"
              + " TRUE, '0001-01-01', '23:59:59.999999999', '9999-12-31 23:59:59.999999999',"
              + " '1969-12-31 23:59:59.500000001+00:00', '2024-02-29 12:00:00.5+02:00', TO_BINARY('00FF10', 'HEX'),"
              + " PARSE_JSON('{\"a\": [1, null]}')");
      try (ResultSet row = statement.executeQuery("SELECT * FROM TYPES")) {
        row.next();
        assertThat(row.getBigDecimal("N")).isEqualTo(new BigDecimal("-" + "9".repeat(38)));
        assertThat(row.getBigDecimal("D")).isEqualTo(new BigDecimal("9." + "9".repeat(37)));
        assertThat(row.getDouble("F")).isEqualTo(0.1);
        assertThat(row.getString("T")).isEqualTo("Schneemann \u2603 \uD83D\uDE00");
        assertThat(row.getBoolean("B")).isTrue();
        assertThat(row.getString("DAY")).isEqualTo("0001-01-01");
        assertThat(row.getString("CLOCK")).isEqualTo("23:59:59");
        assertThat(row.getTimestamp("NTZ"))
            .isEqualTo(Timestamp.valueOf("9999-12-31 23:59:59.999999999"));
        assertThat(row.getTimestamp("LTZ").toInstant()).hasToString("1969-12-31T23:59:59.500000001Z");
        assertThat(row.getTimestamp("TZ").toInstant()).hasToString("2024-02-29T10:00:00.500Z");
        assertThat(row.getString("TZ")).isEqualTo("2024-02-29 12:00:00.500 +0200");
        assertThat(row.getBytes("BYTES")).containsExactly(0, -1, 16);
        assertThat(row.getString("V")).isEqualToIgnoringWhitespace("{\"a\": [1, null]}");
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void countsTheRowsAStatementTouches(DriverVersion driver) throws Exception {
    try (Connection connection = account.connect(driver);
        Statement statement = connection.createStatement()) {
      assertThat(statement.executeUpdate("CREATE OR REPLACE TABLE C (N NUMBER)")).isZero();
      assertThat(statement.executeUpdate("INSERT INTO C VALUES (1), (2), (3)")).isEqualTo(3);
      assertThat(statement.executeUpdate("UPDATE C SET N = N + 1 WHERE N > 1")).isEqualTo(2);
      assertThat(
              statement.executeUpdate(
                  "MERGE INTO C USING (SELECT 1 AS N UNION ALL SELECT 9) S ON C.N = S.N"
                      + " WHEN MATCHED THEN DELETE WHEN NOT MATCHED THEN INSERT (N) VALUES (S.N)"))
          .isEqualTo(2);
      assertThat(statement.executeUpdate("DELETE FROM C")).isEqualTo(3);
      assertThat(statement.execute("SELECT 1")).isTrue();
      assertThat(statement.getUpdateCount()).isEqualTo(-1);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "SELECT (1 FROM E, 1003, 42000",
    "SELECT * FROM MISSING, 2003, 02000",
    "SELECT MISSING FROM E, 904, 42000",
    "CREATE TABLE E (N NUMBER), 2002, 42710",
    "SELECT TO_NUMBER(T) FROM E, 100038, 22018",
    "SELECT NO_SUCH_FUNCTION(1), 2140, 42601",
    "INSERT INTO E (N) VALUES (NULL), 100072, 22000"
  })
  void reportsErrorsWithVendorCodeAndSqlState(String sql, int code, String state) throws Exception {
    for (DriverVersion driver : DriverVersion.values()) {
      try (Connection connection = account.connect(driver);
          Statement statement = connection.createStatement()) {
        statement.execute("CREATE OR REPLACE TABLE E (N NUMBER NOT NULL, T VARCHAR)");
        statement.execute("INSERT INTO E VALUES (1, 'one')");
        assertThatThrownBy(() -> statement.execute(sql))
            .isInstanceOfSatisfying(
                SQLException.class,
                e -> {
                  assertThat(e.getErrorCode()).as(e.getMessage()).isEqualTo(code);
                  assertThat(e.getSQLState()).isEqualTo(state);
                });
        assertThat(Answers.text(connection, "SELECT N FROM E")).isEqualTo("1");
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void keepsWhatWasWrittenWithoutAutocommitToItselfUntilCommit(DriverVersion driver)
      throws Exception {
    try (Connection connection = account.connect(driver);
        Connection other = account.connect(driver);
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE OR REPLACE TABLE TX (N NUMBER)");
      connection.setAutoCommit(false);
      assertThat(connection.getAutoCommit()).isFalse();
      statement.execute("INSERT INTO TX VALUES (1)");
      assertThat(Answers.text(connection, "SELECT COUNT(*) FROM TX")).isEqualTo("1");
      assertThat(Answers.text(other, "SELECT COUNT(*) FROM TX")).isEqualTo("0");
      connection.rollback();
      assertThat(Answers.text(connection, "SELECT COUNT(*) FROM TX")).isEqualTo("0");
      statement.execute("INSERT INTO TX VALUES (2)");
      connection.commit();
      assertThat(Answers.text(other, "SELECT COUNT(*) FROM TX")).isEqualTo("1");
      connection.setAutoCommit(true);
      assertThat(connection.getAutoCommit()).isTrue();
      statement.execute("INSERT INTO TX VALUES (3)");
      assertThat(Answers.text(other, "SELECT COUNT(*) FROM TX")).isEqualTo("2");
    }
  }

  @ParameterizedTest
  @EnumSource
  void rollsBackWhatIsOpenWhenTheConnectionCloses(DriverVersion driver) throws Exception {
    try (Connection connection = account.connect(driver);
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE OR REPLACE TABLE LEFT_OPEN (N NUMBER)");
      statement.execute("BEGIN");
      statement.execute("INSERT INTO LEFT_OPEN VALUES (1)");
    }
    try (Connection connection = account.connect(driver)) {
      assertThat(Answers.text(connection, "SELECT COUNT(*) FROM LEFT_OPEN")).isEqualTo("0");
    }
  }

  @ParameterizedTest
  @EnumSource
  void answersAnAsynchronousStatementThroughResultScan(DriverVersion driver) throws Exception {
    try (Connection connection = account.connect(driver);
        Statement statement = connection.createStatement();
        ResultSet rows = driver.executeAsync(statement, "SELECT 42 AS ANSWER, 'x' AS T")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getInt("ANSWER")).isEqualTo(42);
      assertThat(rows.getString("T")).isEqualTo("x");
    }
  }

  @ParameterizedTest
  @EnumSource
  void followsTheSessionToAnotherSchema(DriverVersion driver) throws Exception {
    try (Connection connection = account.connect(driver);
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE SCHEMA IF NOT EXISTS SHOP.CORE");
      statement.execute("USE SCHEMA SHOP.CORE");
      assertThat(connection.getSchema()).isEqualTo("CORE");
      statement.execute("USE SCHEMA PUBLIC");
      assertThat(connection.getSchema()).isEqualTo("PUBLIC");
    }
  }
}
