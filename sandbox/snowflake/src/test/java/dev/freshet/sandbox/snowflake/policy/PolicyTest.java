package dev.freshet.sandbox.snowflake.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freshet.sandbox.snowflake.EmbeddedSnowflake;
import dev.freshet.sandbox.snowflake.account.SqlSession;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Policies decide what a role reads of a table, wherever it reads it. */
class PolicyTest {
  private static EmbeddedSnowflake account;
  private SqlSession sql;
  private static int schemas;

  @BeforeAll
  static void start(@TempDir Path directory) {
    account = EmbeddedSnowflake.builder().temporaryFiles(directory).start();
  }

  @AfterAll
  static void stop() {
    account.close();
  }

  @BeforeEach
  void tableWithPolicies() {
    sql = SqlSession.as(account, "ACCOUNTADMIN");
    String schema = "S" + ++schemas;
    sql.run(
        "CREATE DATABASE IF NOT EXISTS DB",
        "USE DATABASE DB",
        "CREATE SCHEMA " + schema,
        "USE SCHEMA " + schema,
        "CREATE ROLE IF NOT EXISTS AUDITOR",
        "CREATE TABLE T (K NUMBER(9,0), NAME VARCHAR(20), AREA VARCHAR(5))",
        "GRANT USAGE ON DATABASE DB TO ROLE AUDITOR",
        "GRANT USAGE ON SCHEMA " + schema + " TO ROLE AUDITOR",
        "GRANT SELECT ON TABLE T TO ROLE AUDITOR",
        "CREATE STREAM ST ON TABLE T",
        "INSERT INTO T VALUES (1, 'ann', 'EU'), (2, 'bob', 'US')",
        "CREATE MASKING POLICY HIDE AS (V VARCHAR) RETURNS VARCHAR ->"
            + " CASE WHEN CURRENT_ROLE() IN ('AUDITOR') THEN V ELSE '***' END",
        "CREATE ROW ACCESS POLICY EU_ONLY AS (A VARCHAR) RETURNS BOOLEAN ->"
            + " CURRENT_ROLE() = 'AUDITOR' OR A = 'EU' COMMENT = 'the others are not ours'");
  }

  @Test
  void aMaskedColumnShowsWhatThePolicyGivesTheRole() {
    sql.run("ALTER TABLE T MODIFY COLUMN NAME SET MASKING POLICY HIDE");

    assertThat(sql.rows("SELECT NAME FROM T WHERE K = 1")).containsExactly("***");
    assertThat(sql.rows("SELECT K FROM T WHERE NAME = 'ann'")).isEmpty();

    sql.run("USE ROLE AUDITOR");
    assertThat(sql.rows("SELECT NAME FROM T ORDER BY K")).containsExactly("ann", "bob");
  }

  @Test
  void aRowAccessPolicyHidesRowsAndSeesUnmaskedValues() {
    sql.run(
        "ALTER TABLE T MODIFY COLUMN AREA SET MASKING POLICY HIDE",
        "ALTER TABLE T ADD ROW ACCESS POLICY EU_ONLY ON (AREA)");

    assertThat(sql.rows("SELECT K, AREA FROM T")).containsExactly("1|***");

    sql.run("USE ROLE AUDITOR");
    assertThat(sql.rows("SELECT COUNT(*) FROM T")).containsExactly("2");
  }

  @Test
  void streamsViewsAndChangesShowNoMoreThanTheTable() {
    sql.run(
        "ALTER TABLE T MODIFY COLUMN NAME SET MASKING POLICY HIDE",
        "ALTER TABLE T ADD ROW ACCESS POLICY EU_ONLY ON (AREA)",
        "CREATE VIEW V AS SELECT NAME FROM T");

    assertThat(sql.rows("SELECT K, NAME, METADATA$ACTION FROM ST")).containsExactly("1|***|INSERT");
    assertThat(sql.rows("SELECT NAME FROM V")).containsExactly("***");
    assertThat(sql.rows("SELECT NAME FROM T CHANGES(INFORMATION => DEFAULT) AT(STREAM => 'ST')"))
        .containsExactly("***");
  }

  @Test
  void aPolicyMayLookIntoAMappingTable() {
    sql.run(
        "CREATE TABLE MAPPING (ROLE_NAME VARCHAR, AREA_NAME VARCHAR)",
        "INSERT INTO MAPPING VALUES ('ACCOUNTADMIN', 'US')",
        "CREATE ROW ACCESS POLICY MAPPED AS (A VARCHAR) RETURNS BOOLEAN -> EXISTS (SELECT 1 FROM"
            + " MAPPING WHERE ROLE_NAME = CURRENT_ROLE() AND AREA_NAME = A)",
        "ALTER TABLE T ADD ROW ACCESS POLICY MAPPED ON (AREA)");

    assertThat(sql.rows("SELECT K FROM T")).containsExactly("2");
  }

  @Test
  void policyReferencesListWhatIsSet() {
    sql.run(
        "ALTER TABLE T MODIFY COLUMN NAME SET MASKING POLICY HIDE",
        "ALTER TABLE T ADD ROW ACCESS POLICY EU_ONLY ON (AREA)");
    String references =
        "SELECT POLICY_KIND, POLICY_NAME, REF_COLUMN_NAME, REF_ARG_COLUMN_NAMES FROM"
            + " TABLE(INFORMATION_SCHEMA.POLICY_REFERENCES(REF_ENTITY_NAME => 'T',"
            + " REF_ENTITY_DOMAIN => 'TABLE')) ORDER BY 1";

    assertThat(sql.rows(references))
        .containsExactly(
            "MASKING_POLICY|HIDE|NAME|null", "ROW_ACCESS_POLICY|EU_ONLY|null|[ AREA ]");

    sql.run(
        "ALTER TABLE T MODIFY COLUMN NAME UNSET MASKING POLICY",
        "ALTER TABLE T DROP ROW ACCESS POLICY EU_ONLY");
    assertThat(sql.rows(references)).isEmpty();
    assertThat(sql.rows("SELECT NAME FROM T ORDER BY K")).containsExactly("ann", "bob");
  }

  @Test
  void aPolicyInUseStays() {
    sql.run("ALTER TABLE T MODIFY COLUMN NAME SET MASKING POLICY HIDE");

    assertThat(sql.error("DROP MASKING POLICY HIDE")).hasMessageContaining("associated");
    assertThat(sql.error("ALTER TABLE T MODIFY COLUMN NAME SET MASKING POLICY HIDE"))
        .hasMessageContaining("already has a policy");

    sql.run("ALTER TABLE T MODIFY COLUMN NAME UNSET MASKING POLICY", "DROP MASKING POLICY HIDE");
  }

  @Test
  void whatIsNotSupportedIsRefused() {
    sql.run("ALTER TABLE T MODIFY COLUMN NAME SET MASKING POLICY HIDE");

    assertThat(sql.error("UPDATE T SET NAME = 'x'")).hasMessageContaining("policies");
    assertThat(sql.error("ALTER TABLE T RENAME COLUMN NAME TO N")).hasMessageContaining("policies");
    assertThat(sql.error("ALTER MASKING POLICY HIDE SET BODY -> '?'")).isNotNull();
  }
}
