package dev.freshet.sandbox.snowflake.show;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freshet.sandbox.snowflake.ddl.Statements;
import dev.freshet.sandbox.snowflake.engine.Column;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShowTest {

  private static Statements account;

  @BeforeAll
  static void start() {
    account = new Statements();
    account.run("CREATE DATABASE SHOP COMMENT = 'the shop'");
    account.run("CREATE SCHEMA SHOP.CORE DATA_RETENTION_TIME_IN_DAYS = 3");
    account.run(
        "CREATE TABLE CUSTOMER (C_KEY NUMBER(38,0) PRIMARY KEY, NAME VARCHAR(25) DEFAULT 'nobody'"
            + " COMMENT 'who') COMMENT = 'people'");
    account.run("INSERT INTO CUSTOMER (C_KEY) VALUES (1), (2)");
    account.run("CREATE TRANSIENT TABLE \"orders\" (O_KEY NUMBER(12,2)) CHANGE_TRACKING = TRUE");
    account.run("CREATE SECURE VIEW NAMES AS SELECT NAME FROM CUSTOMER");
    account.run("CREATE TABLE SHOP.PUBLIC.CUSTOMER_COPY LIKE CUSTOMER");
  }

  @AfterAll
  static void stop() {
    account.close();
  }

  @Test
  void listsDatabasesWithTheOneInUse() {
    assertThat(account.rows("SHOW DATABASES", "name", "is_current", "comment"))
        .containsExactly("DB|N|", "SHOP|Y|the shop");
  }

  @Test
  void listsSchemasTheBuiltInOneAmongThem() {
    assertThat(
            account.rows("SHOW SCHEMAS IN DATABASE SHOP", "name", "is_current", "retention_time"))
        .containsExactly("CORE|Y|3", "INFORMATION_SCHEMA|N|1", "PUBLIC|N|1");
  }

  @Test
  void listsTablesWithRowsKindAndChangeTracking() {
    assertThat(
            account.rows(
                "SHOW TABLES IN SCHEMA CORE", "name", "kind", "rows", "comment", "change_tracking"))
        .containsExactly("CUSTOMER|TABLE|2|people|OFF", "orders|TRANSIENT|0||ON");
  }

  @Test
  void listsTheTablesOfTheDatabaseInUseUnlessToldWhere() {
    assertThat(account.rows("SHOW TERSE TABLES LIKE 'customer%'", "schema_name", "name"))
        .containsExactly("CORE|CUSTOMER", "PUBLIC|CUSTOMER_COPY");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "LIKE 'CUST\\\\_%'; ''",
        "LIKE '%s' IN SCHEMA CORE; NAMES,orders",
        "LIKE 'n%' IN SHOP.CORE; NAMES",
        "IN SCHEMA SHOP.CORE STARTS WITH 'o'; orders",
        "IN SCHEMA LIMIT 2; CUSTOMER,NAMES",
        "IN SCHEMA LIMIT 2 FROM 'CUSTOMER'; NAMES,orders",
        "IN ACCOUNT; CUSTOMER,NAMES,orders,CUSTOMER_COPY",
        "IN DATABASE DB; ''"
      })
  void narrowsAListing(String clause, String names) {
    assertThat(String.join(",", account.rows("SHOW OBJECTS " + clause, "name"))).isEqualTo(names);
  }

  @Test
  void listsViewsWithTheStatementThatMadeThem() {
    assertThat(account.rows("SHOW VIEWS", "name", "is_secure", "text"))
        .containsExactly("NAMES|true|CREATE SECURE VIEW NAMES AS SELECT NAME FROM CUSTOMER");
  }

  @Test
  void listsColumnsWithTheirTypesAsJson() {
    assertThat(account.rows("SHOW COLUMNS IN TABLE CUSTOMER", "column_name", "data_type", "null?"))
        .containsExactly(
            "C_KEY|{\"type\":\"FIXED\",\"precision\":38,\"scale\":0,\"nullable\":false}|NOT_NULL",
            "NAME|{\"type\":\"TEXT\",\"length\":25,\"byteLength\":100,\"nullable\":true}|true");
  }

  @Test
  void describesTablesAndViewsAlike() {
    assertThat(account.rows("DESCRIBE TABLE SHOP.CORE.CUSTOMER"))
        .containsExactly(
            "C_KEY|NUMBER(38,0)|COLUMN|N|null|Y|N|null|null|null|null|null",
            "NAME|VARCHAR(25)|COLUMN|Y|'nobody'|N|N|null|null|who|null|null");
    assertThat(account.rows("DESC VIEW NAMES", "name", "type"))
        .containsExactly("NAME|VARCHAR(16777216)");
  }

  @Test
  void namesColumnsInLowerCaseAndInTheDocumentedOrder() {
    List<String> names =
        account.run("SHOW TABLES").columns().stream().map(Column::name).limit(11).toList();
    assertThat(names)
        .containsExactly(
            "created_on",
            "name",
            "database_name",
            "schema_name",
            "kind",
            "comment",
            "cluster_by",
            "rows",
            "bytes",
            "owner",
            "retention_time");
  }

  @Test
  void showsWhatASessionHasSet() {
    account.run("ALTER SESSION SET QUERY_TAG = 'x', LOCK_TIMEOUT = 5");
    assertThat(account.rows("SHOW PARAMETERS LIKE '%T%E%' IN SESSION", "key", "value", "level"))
        .contains("LOCK_TIMEOUT|5|SESSION", "TIMEZONE|UTC|");
    account.run("ALTER SESSION UNSET QUERY_TAG, LOCK_TIMEOUT");
    assertThat(account.rows("SHOW PARAMETERS LIKE 'QUERY_TAG'", "value", "level"))
        .containsExactly("|");
  }

  @Test
  void answersTheMessagesOfSnowflake() {
    assertThat(account.status("CREATE SCHEMA SHOP.S")).isEqualTo("Schema S successfully created.");
    assertThat(account.status("CREATE SCHEMA IF NOT EXISTS SHOP.S"))
        .isEqualTo("S already exists, statement succeeded.");
    assertThat(account.status("CREATE TABLE T (A NUMBER)"))
        .isEqualTo("Table T successfully created.");
    assertThat(account.status("CREATE VIEW V AS SELECT * FROM T"))
        .isEqualTo("View V successfully created.");
    assertThat(account.status("DROP VIEW V")).isEqualTo("V successfully dropped.");
    assertThat(account.status("DROP TABLE IF EXISTS U"))
        .isEqualTo("Drop statement executed successfully (U already dropped).");
    assertThat(account.status("ALTER TABLE T RENAME TO U"))
        .isEqualTo("Statement executed successfully.");
    assertThat(account.status("DROP SCHEMA SHOP.S")).isEqualTo("S successfully dropped.");
    account.run("USE SCHEMA SHOP.CORE");
  }
}
