package dev.freshet.sandbox.snowflake.dml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freshet.sandbox.snowflake.EmbeddedSnowflake;
import dev.freshet.sandbox.snowflake.account.SqlSession;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** INSERT, UPDATE, DELETE, MERGE, TRUNCATE: what they do, count and refuse. */
class DmlTest {

  private static EmbeddedSnowflake account;
  private static SqlSession sql;

  @BeforeAll
  static void start() {
    account = EmbeddedSnowflake.builder().start();
    sql = SqlSession.in(account, "DML");
  }

  @AfterAll
  static void stop() {
    account.close();
  }

  @BeforeEach
  void tables() {
    sql.run(
        "CREATE OR REPLACE TABLE T (ID NUMBER(5,0) NOT NULL, V VARCHAR(3), D NUMBER(10,2) DEFAULT 1.5,"
            + " AT TIMESTAMP_NTZ DEFAULT '2024-01-01 00:00:00.000000001'::TIMESTAMP_NTZ, J VARIANT)",
        "INSERT INTO T (ID, V) VALUES (1, 'a'), (2, 'b'), (3, NULL)");
  }

  @Test
  void insertsFillColumnsThatAreNotNamedWithTheirDefaults() {
    assertThat(sql.counts("INSERT INTO T (V, ID) SELECT 'x', 9"))
        .isEqualTo(Map.of("number of rows inserted", "1"));
    assertThat(sql.row("SELECT V, D, AT FROM T WHERE ID = 9"))
        .isEqualTo("x|1.50|1704067200.000000001");
    sql.run("INSERT INTO T VALUES (10, DEFAULT, DEFAULT, NULL, NULL)");
    assertThat(sql.row("SELECT V, D, AT FROM T WHERE ID = 10")).isEqualTo("null|1.50|null");
  }

  @Test
  void insertsCastToTheColumn() {
    sql.run("INSERT INTO T SELECT '7', 5, 2.345, '2024-05-06', PARSE_JSON('[1]')");
    assertThat(sql.row("SELECT * FROM T WHERE ID = 7"))
        .isEqualTo("7|5|2.35|1714953600.000000000|[\n  1\n]");
    sql.run("INSERT INTO T (ID, V) VALUES (12345, 1.5), (2.4, 'tru')");
    assertThat(sql.rows("SELECT ID, V FROM T WHERE V IN ('1.5', 'tru')"))
        .containsExactlyInAnyOrder("12345|1.5", "2|tru");
  }

  @Test
  void aMultiRowInsertCastsEachValueByItself() {
    sql.run(
        "CREATE OR REPLACE TABLE WIDE (N NUMBER(38,2))",
        "INSERT INTO WIDE VALUES (999999999999999999999999999999999999), (0.25), (-1)");
    assertThat(sql.rows("SELECT N FROM WIDE ORDER BY N"))
        .containsExactly("-1.00", "0.25", "999999999999999999999999999999999999.00");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "INSERT INTO T (ID, V) VALUES (4, 'long');100078",
        "INSERT INTO T (ID) VALUES (NULL);100072",
        "INSERT INTO T (V) VALUES ('x');100072",
        "INSERT INTO T (ID) VALUES (123456);100038",
        "INSERT INTO T (ID) VALUES ('x');100038",
        "INSERT INTO T (ID, V) VALUES (1);002020",
        "INSERT INTO T (ID) SELECT 1, 2;002020",
        "INSERT INTO T (ID, NOPE) VALUES (1, 2);000904",
        "INSERT INTO T (ID, J) SELECT 1, '[1]';002023",
        "INSERT INTO NOPE VALUES (1);002003",
        "UPDATE T SET NOPE = 1;000904",
        "UPDATE T SET V = NOPE;000904",
        "UPDATE T SET ID = NULL;100072",
        "DELETE FROM T WHERE NOPE = 1;000904",
        "MERGE INTO T USING (SELECT 1 K UNION ALL SELECT 1) S ON T.ID = S.K WHEN MATCHED THEN UPDATE SET V = 'x';100090",
        "INSERT OVERWRITE ALL INTO T SELECT 1;000002"
      })
  void refuses(String statement, String code) {
    assertThat(sql.error(statement).code()).isEqualTo(code);
    assertThat(sql.row("SELECT COUNT(*) FROM T")).isEqualTo("3");
  }

  @Test
  void insertOverwriteReplacesAllRows() {
    assertThat(sql.counts("INSERT OVERWRITE INTO T (ID) SELECT ID + 10 FROM T WHERE ID < 3"))
        .isEqualTo(Map.of("number of rows inserted", "2"));
    assertThat(sql.rows("SELECT ID FROM T ORDER BY 1")).containsExactly("11", "12");
    sql.run("INSERT OVERWRITE INTO T (ID, V) VALUES (1, 'x')");
    assertThat(sql.rows("SELECT ID, V, D FROM T")).containsExactly("1|x|1.50");
  }

  @Test
  void updatesReadOtherTables() {
    assertThat(
            sql.counts(
                "UPDATE T X SET V = S.W, D = X.D * 2 FROM (SELECT 1 AS K, 'w' AS W) S WHERE X.ID = S.K"))
        .isEqualTo(
            Map.of("number of rows updated", "1", "number of multi-joined rows updated", "0"));
    assertThat(sql.row("SELECT V, D FROM T WHERE ID = 1")).isEqualTo("w|3.00");
    sql.run("UPDATE T SET V = (SELECT MAX(V) FROM T), AT = '2024-01-02' WHERE ID = 3");
    assertThat(sql.row("SELECT V, AT FROM T WHERE ID = 3")).isEqualTo("w|1704153600.000000000");
  }

  @Test
  void deletesReadOtherTables() {
    assertThat(sql.counts("DELETE FROM T USING (SELECT 2 AS K) S WHERE T.ID = S.K"))
        .isEqualTo(Map.of("number of rows deleted", "1"));
    assertThat(sql.counts("DELETE FROM T WHERE V IS DISTINCT FROM 'a'"))
        .isEqualTo(Map.of("number of rows deleted", "1"));
    assertThat(sql.rows("SELECT ID FROM T")).containsExactly("1");
  }

  @Test
  void mergeCountsEachKindOfChange() {
    assertThat(
            sql.counts(
                "MERGE INTO T USING (SELECT 1 AS K, 'z' AS W UNION ALL SELECT 2, NULL UNION ALL SELECT 8, 'n') S"
                    + " ON T.ID = S.K WHEN MATCHED AND S.W IS NULL THEN DELETE"
                    + " WHEN MATCHED THEN UPDATE SET T.V = S.W"
                    + " WHEN NOT MATCHED THEN INSERT (ID, V) VALUES (S.K, S.W)"))
        .isEqualTo(
            Map.of(
                "number of rows inserted", "1",
                "number of rows updated", "1",
                "number of rows deleted", "1"));
    assertThat(sql.rows("SELECT ID, V, D FROM T ORDER BY 1"))
        .containsExactly("1|z|1.50", "3|null|1.50", "8|n|1.50");
  }

  @Test
  void insertFirstTakesEachRowOnce() {
    sql.run("CREATE OR REPLACE TABLE BIG (ID NUMBER, WHY VARCHAR)");
    assertThat(
            sql.counts(
                "INSERT FIRST WHEN ID > 2 THEN INTO BIG (ID, WHY) VALUES (ID, WHY)"
                    + " WHEN ID > 1 THEN INTO T (ID, V) VALUES (NEXT, DEFAULT)"
                    + " SELECT ID, ID + 100 AS NEXT, 'big' AS WHY FROM T"))
        .isEqualTo(
            Map.of("number of rows inserted into BIG", "1", "number of rows inserted into T", "1"));
    assertThat(sql.rows("SELECT * FROM BIG")).containsExactly("3|big");
    assertThat(sql.rows("SELECT ID FROM T ORDER BY 1")).containsExactly("1", "2", "3", "102");
  }

  @Test
  void insertAllTakesARowToEveryBranchThatHolds() {
    sql.run(
        "CREATE OR REPLACE TABLE A (ID NUMBER)",
        "CREATE OR REPLACE TABLE B (ID NUMBER)",
        "INSERT ALL WHEN ID > 1 THEN INTO A WHEN ID > 2 THEN INTO A INTO B ELSE INTO B SELECT ID FROM T");
    assertThat(sql.rows("SELECT ID FROM A ORDER BY 1")).containsExactly("2", "3", "3");
    assertThat(sql.rows("SELECT ID FROM B ORDER BY 1")).containsExactly("1", "3");
    sql.run("INSERT ALL INTO A INTO B VALUES (ID * 10) SELECT ID FROM T WHERE ID = 1");
    assertThat(sql.rows("SELECT ID FROM B WHERE ID = 10")).containsExactly("10");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"TRUNCATE TABLE T", "TRUNCATE T", "TRUNCATE TABLE IF EXISTS T", "DELETE FROM T"})
  void empties(String statement) {
    sql.run(statement);
    assertThat(sql.row("SELECT COUNT(*) FROM T")).isEqualTo("0");
  }

  @Test
  void viewsCannotBeChanged() {
    sql.run("CREATE OR REPLACE VIEW V AS SELECT ID FROM T");
    assertThat(sql.error("INSERT INTO V VALUES (1)").code()).isEqualTo("002037");
  }
}
