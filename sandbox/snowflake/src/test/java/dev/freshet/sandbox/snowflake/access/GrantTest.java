package dev.freshet.sandbox.snowflake.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.freshet.sandbox.snowflake.ddl.Statements;
import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GrantTest {

  private static Statements account;

  @BeforeAll
  static void start() {
    account = new Statements();
    account.run("CREATE TABLE T (A NUMBER)");
    account.run("CREATE STREAM S ON TABLE T");
    account.run("CREATE VIEW V AS SELECT A FROM T");
  }

  @AfterAll
  static void stop() {
    account.close();
  }

  @BeforeEach
  void freshRole() {
    account.run("CREATE OR REPLACE ROLE READER COMMENT = 'reads'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "SELECT, INSERT ON TABLE T; SELECT|TABLE|DB.PUBLIC.T,INSERT|TABLE|DB.PUBLIC.T",
        "SELECT ON VIEW V; SELECT|VIEW|DB.PUBLIC.V",
        "SELECT ON STREAM DB.PUBLIC.S; SELECT|STREAM|DB.PUBLIC.S",
        "ALL PRIVILEGES ON SCHEMA PUBLIC; ALL|SCHEMA|DB.PUBLIC",
        "USAGE, CREATE SCHEMA ON DATABASE DB; USAGE|DATABASE|DB,CREATE SCHEMA|DATABASE|DB",
        "CREATE TABLE, CREATE TASK ON SCHEMA DB.PUBLIC; CREATE TABLE|SCHEMA|DB.PUBLIC,CREATE TASK|SCHEMA|DB.PUBLIC",
        "EXECUTE TASK, EXECUTE MANAGED TASK ON ACCOUNT; EXECUTE TASK|ACCOUNT|,EXECUTE MANAGED TASK|ACCOUNT|",
        "SELECT ON ALL TABLES IN SCHEMA DB.PUBLIC; SELECT|TABLE|DB.PUBLIC.T",
        "SELECT ON ALL VIEWS IN DATABASE DB; SELECT|VIEW|DB.PUBLIC.V",
        "USAGE ON WAREHOUSE COMPUTE_WH; USAGE|WAREHOUSE|COMPUTE_WH",
        "ROLE PUBLIC; USAGE|ROLE|PUBLIC"
      })
  void recordsWhatIsGrantedAndForgetsWhatIsRevoked(String what, String shown) {
    account.run("GRANT " + what + " TO ROLE READER");
    account.run("GRANT " + what + " TO ROLE READER");
    String show = "SHOW GRANTS TO ROLE READER";
    assertThat(String.join(",", account.rows(show, "privilege", "granted_on", "name")))
        .isEqualTo(shown);
    account.run("REVOKE " + what + " FROM ROLE READER");
    assertThat(account.rows(show)).isEmpty();
  }

  @Test
  void showsGrantsFromAllSides() {
    account.run("GRANT SELECT ON TABLE T TO ROLE READER WITH GRANT OPTION");
    account.run("GRANT SELECT ON FUTURE TABLES IN SCHEMA PUBLIC TO ROLE READER");
    account.run("GRANT ROLE READER TO USER SOMEBODY");
    assertThat(account.rows("SHOW GRANTS ON TABLE T", "privilege", "grantee_name", "grant_option"))
        .containsExactly("OWNERSHIP|ACCOUNTADMIN|true", "SELECT|READER|true");
    assertThat(account.rows("SHOW FUTURE GRANTS IN SCHEMA PUBLIC", "privilege", "grantee_name"))
        .containsExactly("SELECT|READER");
    assertThat(account.rows("SHOW GRANTS OF ROLE READER", "granted_to", "grantee_name"))
        .contains("USER|SOMEBODY");
    account.run("REVOKE ROLE READER FROM USER SOMEBODY");
  }

  @Test
  void usesARoleAndAWarehouseThatAreThere() {
    account.run("CREATE WAREHOUSE IF NOT EXISTS W WAREHOUSE_SIZE = 'XSMALL' AUTO_SUSPEND = 60");
    account.run("USE ROLE READER");
    assertThat(account.rows("SELECT CURRENT_ROLE(), CURRENT_WAREHOUSE()"))
        .containsExactly("READER|W");
    assertThat(account.rows("SHOW ROLES LIKE 'READ%'", "name", "is_current", "comment"))
        .containsExactly("READER|Y|reads");
    assertThat(account.rows("SHOW WAREHOUSES", "name", "size", "is_current", "auto_suspend"))
        .containsExactly("COMPUTE_WH|X-Small|N|600", "W|XSMALL|Y|60");
    account.run("USE ROLE ACCOUNTADMIN");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GRANT SELECT ON TABLE MISSING TO ROLE READER",
        "GRANT SELECT ON TABLE T TO ROLE MISSING",
        "GRANT USAGE ON SCHEMA DB.MISSING TO ROLE READER",
        "GRANT ROLE MISSING TO ROLE READER",
        "DROP ROLE MISSING"
      })
  void refusesGrantsOfWhatIsNotThere(String sql) {
    assertThatThrownBy(() -> account.run(sql))
        .isInstanceOfSatisfying(
            SnowflakeException.class, e -> assertThat(e.code()).isEqualTo("002003"));
  }
}
