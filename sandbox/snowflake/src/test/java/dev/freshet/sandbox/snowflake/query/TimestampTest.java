package dev.freshet.sandbox.snowflake.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freshet.sandbox.snowflake.EmbeddedSnowflake;
import dev.freshet.sandbox.snowflake.account.SqlSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Timestamps in tables: the whole range, in order, in the session's zone. */
class TimestampTest {

  private static EmbeddedSnowflake account;
  private static SqlSession sql;

  @BeforeAll
  static void start() {
    account = EmbeddedSnowflake.builder().start();
    sql = SqlSession.in(account, "TIMESTAMPS");
    sql.run(
        "CREATE TABLE T (ID NUMBER, NTZ TIMESTAMP_NTZ, LTZ TIMESTAMP_LTZ, TZ TIMESTAMP_TZ,"
            + " CUT TIMESTAMP_NTZ(3), AT TIMESTAMP_LTZ DEFAULT '2024-01-01 00:00:00 +0100')",
        "INSERT INTO T (ID, NTZ, LTZ, TZ, CUT) VALUES"
            + " (1, '9999-12-31 23:59:59.999999999', '9999-12-31 23:59:59.999999999 Z',"
            + " '9999-12-31 23:59:59.999999999 +1400', '1969-12-31 23:59:59.9999'),"
            + " (2, '0001-01-01 00:00:00.000000001', '0001-01-01 00:00:00.000000001 Z',"
            + " '0001-01-01 00:00:00.000000001 -1200', '2024-01-01 00:00:00.0009'),"
            + " (3, '1970-01-01', '1970-01-01 Z', '1970-01-01 00:00:00 Z', '1970-01-01'),"
            + " (4, NULL, NULL, NULL, NULL)");
  }

  @AfterAll
  static void stop() {
    account.close();
  }

  @BeforeEach
  void inUtc() {
    sql.run("ALTER SESSION SET TIMEZONE = 'UTC'");
  }

  @Test
  void comeBackExactlyAndInOrder() {
    assertThat(sql.rows("SELECT NTZ, LTZ, TZ, CUT, AT FROM T ORDER BY TZ DESC NULLS LAST"))
        .containsExactly(
            "253402300799.999999999|253402300799.999999999|253402250399.999999999 2280"
                + "|-0.001000000|1704063600.000000000",
            "0.000000000|0.000000000|0.000000000 1440|0.000000000|1704063600.000000000",
            "-62135596799.999999999|-62135596799.999999999|-62135553599.999999999 720"
                + "|1704067200.000000000|1704063600.000000000",
            "null|null|null|null|1704063600.000000000");
  }

  @Test
  void areAggregatedGroupedAndComparedAsSuch() {
    assertThat(sql.row("SELECT MIN(NTZ), MAX(LTZ), COUNT(TZ), MAX_BY(ID, TZ) FROM T"))
        .isEqualTo("-62135596799.999999999|253402300799.999999999|3|1");
    assertThat(sql.rows("SELECT LTZ, COUNT(*) FROM T GROUP BY LTZ HAVING LTZ > '1960-01-01'"))
        .containsExactlyInAnyOrder("253402300799.999999999|1", "0.000000000|1");
    assertThat(sql.rows("SELECT ID FROM T WHERE LTZ = NTZ AND TZ < LTZ")).containsExactly("1");
    assertThat(sql.rows("SELECT A.ID FROM T A JOIN T B ON A.TZ = B.LTZ")).containsExactly("3");
    assertThat(
            sql.rows(
                "SELECT NTZ FROM T WHERE ID = 3 UNION ALL SELECT LTZ FROM T WHERE ID = 3"
                    + " UNION ALL SELECT DATE '1970-01-02' ORDER BY 1"))
        .containsExactly("0.000000000", "0.000000000", "86400.000000000");
  }

  @Test
  void countWithTheSessionsZone() {
    sql.run("ALTER SESSION SET TIMEZONE = 'America/New_York'");

    assertThat(
            sql.row(
                "SELECT '2024-07-01 12:00:00.000000001'::TIMESTAMP_LTZ,"
                    + " '2024-01-01 12:00'::TIMESTAMP_TZ, LTZ::TIMESTAMP_NTZ,"
                    + " DATE_PART(HOUR, LTZ), LTZ::DATE::VARCHAR, TO_VARCHAR(LTZ), TO_VARCHAR(TZ),"
                    + " DATE_TRUNC(DAY, LTZ), NTZ = LTZ FROM T WHERE ID = 3"))
        .isEqualTo(
            "1719849600.000000001|1704128400.000000000 1140|-18000.000000000|19|1969-12-31"
                + "|1969-12-31 19:00:00.000 -0500|1970-01-01 00:00:00.000 +0000"
                + "|-68400.000000000|0");
  }

  @Test
  void areReadAgainFromAnEarlierResult() {
    sql.run("SELECT NTZ, LTZ, TZ FROM T WHERE ID < 3 ORDER BY ID");

    assertThat(sql.rows("SELECT NTZ, LTZ, TZ FROM TABLE(RESULT_SCAN(LAST_QUERY_ID()))"))
        .containsExactly(
            "253402300799.999999999|253402300799.999999999|253402250399.999999999 2280",
            "-62135596799.999999999|-62135596799.999999999|-62135553599.999999999 720");
  }

  @Test
  void areReadFromColumnsOfText() {
    sql.run(
        "CREATE OR REPLACE TABLE TEXTS (S VARCHAR)",
        "INSERT INTO TEXTS VALUES ('2024-02-29T01:02:03.123456789+05:30'), ('no time'), (NULL)");

    assertThat(sql.rows("SELECT TRY_CAST(S AS TIMESTAMP_TZ), TRY_TO_TIMESTAMP_NTZ(S) FROM TEXTS"))
        .containsExactly(
            "1709148723.123456789 1770|1709168523.123456789", "null|null", "null|null");
    assertThat(sql.error("SELECT S::TIMESTAMP_NTZ FROM TEXTS"))
        .hasMessage("Timestamp 'no time' is not recognized");
  }
}
