package dev.freshet.sandbox.snowflake.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freshet.sandbox.snowflake.EmbeddedSnowflake;
import dev.freshet.sandbox.snowflake.account.SqlSession;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Queries: clauses, names, labels, order. */
class QueryTest {

  private static EmbeddedSnowflake account;
  private static SqlSession sql;

  @BeforeAll
  static void start() {
    account = EmbeddedSnowflake.builder().start();
    sql = SqlSession.in(account, "QUERIES");
    sql.run(
        "CREATE TABLE ORDERS (ID NUMBER, CUSTOMER NUMBER, AMOUNT NUMBER(10,2), \"status\" VARCHAR)",
        "INSERT INTO ORDERS VALUES (1, 10, 5, 'new'), (2, 10, 7.5, 'paid'), (3, 20, NULL, NULL)",
        "CREATE TABLE CUSTOMERS (ID NUMBER, NAME VARCHAR)",
        "INSERT INTO CUSTOMERS VALUES (10, 'Ann'), (30, 'Bob')",
        "CREATE SCHEMA OTHER",
        "CREATE TABLE OTHER.T (X NUMBER)",
        "USE SCHEMA PUBLIC");
  }

  @AfterAll
  static void stop() {
    account.close();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "SELECT ID FROM ORDERS ORDER BY AMOUNT;1 2 3",
        "SELECT ID FROM ORDERS ORDER BY AMOUNT DESC;3 2 1",
        "SELECT ID FROM ORDERS ORDER BY AMOUNT DESC NULLS LAST LIMIT 1 OFFSET 1;1",
        "SELECT TOP 1 ID FROM ORDERS ORDER BY ID;1",
        "SELECT CUSTOMER, SUM(AMOUNT) AS S FROM ORDERS GROUP BY 1 HAVING S > 1;10|12.50",
        "SELECT CUSTOMER C, COUNT(*) FROM ORDERS GROUP BY ALL ORDER BY C;10|2 20|1",
        "SELECT ID FROM ORDERS QUALIFY ROW_NUMBER() OVER (PARTITION BY CUSTOMER ORDER BY ID DESC) = 1 ORDER BY 1;2 3",
        "SELECT LAST_VALUE(ID) OVER (PARTITION BY CUSTOMER ORDER BY ID) FROM ORDERS ORDER BY ID;2 2 3",
        "SELECT LAG(ID) OVER (ORDER BY ID), COUNT_IF(AMOUNT > 6) OVER () FROM ORDERS ORDER BY ID;null|1 1|1 2|1",
        "SELECT O.ID, C.NAME FROM ORDERS O LEFT JOIN CUSTOMERS C ON O.CUSTOMER = C.ID ORDER BY O.ID;1|Ann 2|Ann 3|null",
        "SELECT C.NAME FROM CUSTOMERS C WHERE NOT EXISTS (SELECT 1 FROM ORDERS WHERE CUSTOMER = C.ID);Bob",
        "SELECT NAME FROM CUSTOMERS WHERE ID IN (SELECT CUSTOMER FROM ORDERS);Ann",
        "SELECT (SELECT MAX(ID) FROM ORDERS O WHERE O.CUSTOMER = C.ID) FROM CUSTOMERS C ORDER BY C.ID;2 null",
        "SELECT (SELECT SUM(O.AMOUNT) / C.ID FROM ORDERS O WHERE O.CUSTOMER = C.ID) FROM CUSTOMERS C ORDER BY C.ID;1.25000000 null",
        "WITH A AS (SELECT ID FROM ORDERS), B (Y) AS (SELECT ID * 2 FROM A) SELECT SUM(Y) FROM B;12",
        "SELECT * FROM (VALUES (1, 'a'), (2, 'b') AS V(\"n\", T)) WHERE \"n\" = 2;2|b",
        "SELECT COLUMN2 FROM VALUES (1, 'a'), (2, 'b') ORDER BY COLUMN1 DESC;b a",
        "SELECT ID FROM ORDERS WHERE ID < 3 MINUS SELECT 1;2",
        "SELECT ID FROM ORDERS WHERE ID = 1 UNION ALL SELECT 2.5 ORDER BY 1;1.0 2.5",
        "SELECT * EXCLUDE (AMOUNT, \"status\") FROM ORDERS WHERE ID = 1;1|10",
        "SELECT O.* FROM (ORDERS) O JOIN (SELECT 3 AS K) X ON O.ID = X.K;3|20|null|null",
        "SELECT LISTAGG(ID, ',') WITHIN GROUP (ORDER BY ID DESC) FROM ORDERS;3,2,1",
        "SELECT LISTAGG(ID) FROM ORDERS WHERE FALSE;``",
        "SELECT TO_JSON(ARRAY_AGG(AMOUNT) WITHIN GROUP (ORDER BY ID)) FROM ORDERS;[5.00,7.50]",
        "SELECT MAX_BY(\"status\", ID), MIN_BY(ID, AMOUNT) FROM ORDERS;null|1",
        "SELECT AMOUNT * 2 AS TWICE, TWICE / 4 AS HALF FROM ORDERS WHERE ID = 1;10.00|2.50000000",
        "SELECT F.INDEX, F.VALUE::NUMBER FROM (SELECT PARSE_JSON('[5, 6]') AS J), LATERAL FLATTEN(INPUT => J) F ORDER BY 1;0|5 1|6",
        "SELECT COUNT(*) FROM TABLE(FLATTEN(INPUT => PARSE_JSON('{\"a\": 1}')));1",
        "SELECT PUBLIC.ORDERS.ID FROM PUBLIC.ORDERS WHERE ORDERS.ID = 1;1",
        "SELECT 1 WHERE 1 IS NOT DISTINCT FROM 1;1",
        "SELECT SUM(DISTINCT CUSTOMER) FROM ORDERS;30",
        "SELECT COUNT(DISTINCT CUSTOMER) FROM IDENTIFIER('QUERIES.PUBLIC.ORDERS');2",
        "(SELECT 1) UNION (SELECT 1);1"
      })
  void gives(String query, String expected) {
    assertThat(String.join(" ", sql.rows(query))).isEqualTo(expected);
  }

  @Test
  void labelsColumnsWithoutAliasByTheirText() {
    assertThat(
            sql.columns(
                "SELECT count(*), 1+1, 'x', ORDERS.ID, \"status\", max( \"status\" ) FROM ORDERS GROUP BY ALL"))
        .isEqualTo(List.of("COUNT(*)", "1+1", "'X'", "ID", "status", "MAX( \"status\" )"));
  }

  @Test
  void tellsNamesApartByCase() {
    sql.run(
        "CREATE OR REPLACE TABLE CASES (\"a\" NUMBER, \"A\" NUMBER)",
        "INSERT INTO CASES VALUES (1, 2)");
    assertThat(sql.row("SELECT \"a\", a FROM CASES")).isEqualTo("1|2");
    assertThat(sql.error("SELECT status FROM ORDERS").getMessage())
        .contains("invalid identifier 'STATUS'");
    assertThat(sql.error("SELECT * FROM \"orders\"").code()).isEqualTo("002003");
  }

  @Test
  void readsViewsInTheirOwnSchema() {
    sql.run(
        "CREATE OR REPLACE VIEW OTHER.V (A) AS SELECT X + 1 FROM T",
        "INSERT INTO OTHER.T VALUES (41)");
    assertThat(sql.row("SELECT A FROM OTHER.V")).isEqualTo("42");
    assertThat(sql.error("SELECT X FROM OTHER.V").code()).isEqualTo("000904");
    sql.run("DELETE FROM OTHER.T");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      value = {
        "SELECT * FROM ORDERS SAMPLE (10);000002",
        "SELECT * FROM ORDERS PIVOT (SUM(ID) FOR ID IN (1));000002",
        "SELECT ID FROM ORDERS GROUP BY ROLLUP (ID);000002",
        "WITH RECURSIVE R AS (SELECT 1) SELECT * FROM R;000002",
        "SELECT COUNT(DISTINCT ID, CUSTOMER) FROM ORDERS;000002",
        "SELECT ROW_NUMBER() FROM ORDERS;000002",
        "SELECT * FROM ORDERS AT(OFFSET => -1);002036",
        "SELECT * FROM TABLE(NO_SUCH(1));002140",
        "SELECT * FROM INFORMATION_SCHEMA.NO_SUCH;002003",
        "SELECT ID FROM ORDERS extra words;001003"
      })
  void refuses(String query, String code) {
    assertThat(sql.error(query).code()).isEqualTo(code);
  }
}
