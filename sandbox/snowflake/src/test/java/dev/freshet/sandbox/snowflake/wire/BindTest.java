package dev.freshet.sandbox.snowflake.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Time;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BindTest {

  private static final String COLUMNS =
      "(N NUMBER(38,0), D NUMBER(12,2), F FLOAT, T VARCHAR, B BOOLEAN, DAY DATE, CLOCK TIME,"
          + " AT TIMESTAMP_NTZ, BYTES BINARY)";
  private static final BigDecimal LARGEST = new BigDecimal("9".repeat(38));
  private static final Timestamp AT = Timestamp.valueOf("2024-02-29 12:34:56.123456789");
  private static final String TEXT = "it's ? \u2603 \\ --";

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
  void carriesAValueOfEveryType(DriverVersion driver) throws Exception {
    try (Connection connection = tableIn(driver)) {
      try (PreparedStatement insert =
          connection.prepareStatement("INSERT INTO T VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
        insert.setBigDecimal(1, LARGEST);
        insert.setBigDecimal(2, new BigDecimal("-0.05"));
        insert.setDouble(3, -1.5E-7);
        insert.setString(4, TEXT);
        insert.setBoolean(5, true);
        insert.setDate(6, Date.valueOf("1969-12-31"));
        insert.setTime(7, Time.valueOf("23:59:58"));
        insert.setTimestamp(8, AT);
        insert.setBytes(9, new byte[] {0, -1, 16});
        assertThat(insert.executeUpdate()).isEqualTo(1);
      }
      try (Statement query = connection.createStatement();
          ResultSet row = query.executeQuery("SELECT * FROM T")) {
        row.next();
        assertThat(row.getBigDecimal(1)).isEqualTo(LARGEST);
        assertThat(row.getBigDecimal(2)).isEqualTo(new BigDecimal("-0.05"));
        assertThat(row.getDouble(3)).isEqualTo(-1.5E-7);
        assertThat(row.getString(4)).isEqualTo(TEXT);
        assertThat(row.getBoolean(5)).isTrue();
        assertThat(row.getDate(6)).isEqualTo(Date.valueOf("1969-12-31"));
        assertThat(row.getString(7)).isEqualTo("23:59:58");
        assertThat(row.getTimestamp(8)).isEqualTo(AT);
        assertThat(row.getBytes(9)).containsExactly(0, -1, 16);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void carriesNull(DriverVersion driver) throws Exception {
    try (Connection connection = tableIn(driver)) {
      try (PreparedStatement insert =
          connection.prepareStatement("INSERT INTO T (N, T, AT) VALUES (?, ?, ?)")) {
        insert.setNull(1, Types.NUMERIC);
        insert.setString(2, null);
        insert.setTimestamp(3, null);
        insert.executeUpdate();
      }
      try (Statement query = connection.createStatement();
          ResultSet row = query.executeQuery("SELECT N, T, AT FROM T")) {
        row.next();
        assertThat(row.getObject(1)).isNull();
        assertThat(row.getObject(2)).isNull();
        assertThat(row.getObject(3)).isNull();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void insertsABatchInOneRequest(DriverVersion driver) throws Exception {
    try (Connection connection = tableIn(driver)) {
      try (PreparedStatement insert =
          connection.prepareStatement("INSERT INTO T (N, T) VALUES (?, ?)")) {
        for (int i = 0; i < 5_000; i++) {
          insert.setInt(1, i);
          insert.setString(2, i % 10 == 0 ? null : "row " + i);
          insert.addBatch();
        }
        assertThat(insert.executeBatch()).hasSize(5_000).containsOnly(1);
      }
      String counts = "SELECT COUNT(*) || ' ' || COUNT(T) || ' ' || SUM(N) FROM T";
      assertThat(Answers.text(connection, counts)).isEqualTo("5000 4500 12497500");
    }
  }

  @ParameterizedTest
  @EnumSource
  void updatesWithABatch(DriverVersion driver) throws Exception {
    try (Connection connection = tableIn(driver);
        Statement statement = connection.createStatement()) {
      statement.execute("INSERT INTO T (N) VALUES (1), (2), (2), (3)");
      try (PreparedStatement update =
          connection.prepareStatement("UPDATE T SET T = ? WHERE N = ?")) {
        for (int n = 1; n <= 2; n++) {
          update.setString(1, "n" + n);
          update.setInt(2, n);
          update.addBatch();
        }
        assertThat(update.executeBatch()).containsExactly(1, 2);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void describesAStatementWithoutRunningIt(DriverVersion driver) throws Exception {
    try (Connection connection = tableIn(driver);
        PreparedStatement query =
            connection.prepareStatement("SELECT N, T AS NAME FROM T WHERE N = ? AND T = ?")) {
      assertThat(query.getParameterMetaData().getParameterCount()).isEqualTo(2);
      assertThat(query.getMetaData().getColumnCount()).isEqualTo(2);
      assertThat(query.getMetaData().getColumnLabel(2)).isEqualTo("NAME");
    }
    try (Connection connection = account.connect(driver);
        PreparedStatement insert = connection.prepareStatement("INSERT INTO T (N) VALUES (?)")) {
      assertThat(insert.getParameterMetaData().getParameterCount()).isEqualTo(1);
      assertThat(Answers.text(connection, "SELECT COUNT(*) FROM T")).isEqualTo("0");
    }
  }

  @ParameterizedTest
  @EnumSource
  void refusesAStatementWithAPlaceLeftOpen(DriverVersion driver) throws Exception {
    try (Connection connection = tableIn(driver);
        PreparedStatement query = connection.prepareStatement("SELECT * FROM T WHERE N = ?")) {
      assertThatThrownBy(query::executeQuery)
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getErrorCode()).isEqualTo(2049));
    }
  }

  private static Connection tableIn(DriverVersion driver) throws SQLException {
    Connection connection = account.connect(driver);
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE OR REPLACE TABLE T " + COLUMNS);
    }
    return connection;
  }
}
