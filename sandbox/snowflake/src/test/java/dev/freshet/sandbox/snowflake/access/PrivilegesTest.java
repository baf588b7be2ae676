package dev.freshet.sandbox.snowflake.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freshet.sandbox.snowflake.EmbeddedSnowflake;
import dev.freshet.sandbox.snowflake.account.SqlSession;
import dev.freshet.sandbox.snowflake.task.Tasks;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a role may do with what it was granted, and what not (sql-reference, access control). */
class PrivilegesTest {

  private static Tasks tasks;
  private static EmbeddedSnowflake account;
  private static SqlSession admin;
  private static SqlSession worker;

  @BeforeAll
  static void start() {
    tasks = Tasks.atPace(1);
    account = EmbeddedSnowflake.builder().with(tasks).start();
    admin = SqlSession.as(account, "ACCOUNTADMIN");
    admin.run("CREATE DATABASE SHOP", "CREATE SCHEMA CORE");
    worker = SqlSession.as(account, "WORKER");
  }

  @AfterAll
  static void stop() {
    tasks.close();
    account.close();
  }

  @BeforeEach
  void emptySchema() {
    admin.run(
        "CREATE OR REPLACE SCHEMA SHOP.CORE",
        "CREATE TABLE T (A NUMBER)",
        "CREATE TABLE TRACKED (A NUMBER) CHANGE_TRACKING = TRUE",
        "CREATE VIEW V AS SELECT A FROM T",
        "CREATE STREAM S ON TABLE T",
        "CREATE TASK RUNS SCHEDULE = '1 HOUR' AS SELECT 1",
        "CREATE DYNAMIC TABLE D TARGET_LAG = '1 hour' WAREHOUSE = WH AS SELECT A FROM T",
        "CREATE OR REPLACE ROLE WORKER",
        "GRANT USAGE ON DATABASE SHOP TO ROLE WORKER",
        "GRANT USAGE ON SCHEMA SHOP.CORE TO ROLE WORKER");
    worker.run("USE SCHEMA SHOP.CORE");
  }

  @ParameterizedTest(name = "{0} takes {1}")
  @CsvSource(
      delimiter = ';',
      value = {
        "SELECT * FROM T; SELECT ON TABLE T",
        "SELECT * FROM V; SELECT ON VIEW V",
        "INSERT INTO T VALUES (1); INSERT ON TABLE T",
        "INSERT ALL INTO T SELECT 1 AS A; INSERT ON TABLE T",
        "UPDATE T SET A = 1; UPDATE ON TABLE T",
        "DELETE FROM T; DELETE ON TABLE T",
        "TRUNCATE TABLE T; TRUNCATE ON TABLE T",
        "CREATE TABLE X (A NUMBER); CREATE TABLE ON SCHEMA CORE",
        "CREATE VIEW X AS SELECT 1 AS A; CREATE VIEW ON SCHEMA CORE",
        "CREATE TASK X SCHEDULE = '1 HOUR' AS SELECT 1; CREATE TASK ON SCHEMA CORE",
        "CREATE SCHEMA SHOP.X; CREATE SCHEMA ON DATABASE SHOP",
        "CREATE DATABASE X; CREATE DATABASE ON ACCOUNT",
        "CREATE ROLE X; CREATE ROLE ON ACCOUNT",
        "ALTER TASK RUNS SUSPEND; OPERATE ON TASK RUNS",
        "ALTER DYNAMIC TABLE D REFRESH; OPERATE ON DYNAMIC TABLE D",
        "SELECT * FROM D; SELECT ON DYNAMIC TABLE D",
      })
  void takesThePrivilegeAndNoOther(String statement, String privilege) {
    admin.run("GRANT REFERENCES ON TABLE T TO ROLE WORKER");
    admin.run("GRANT REFERENCES ON VIEW V TO ROLE WORKER");
    admin.run("GRANT MONITOR ON TASK RUNS TO ROLE WORKER");
    admin.run("GRANT REFERENCES ON DYNAMIC TABLE D TO ROLE WORKER");
    assertThat(worker.error(statement))
        .hasMessageStartingWith("SQL access control error:\nInsufficient privileges to operate on ")
        .extracting(e -> e.code())
        .isEqualTo("003001");

    admin.run("GRANT " + privilege + " TO ROLE WORKER");

    worker.run(statement);
    admin.run("DROP ROLE IF EXISTS X", "DROP SCHEMA IF EXISTS SHOP.X", "DROP DATABASE IF EXISTS X");
    admin.run("USE SCHEMA SHOP.CORE");
  }

  @Test
  void whatItHasNoPrivilegeOnIsNotThere() {
    for (String statement :
        new String[] {
          "SELECT * FROM T",
          "INSERT INTO T VALUES (1)",
          "DROP TABLE T",
          "DESCRIBE TABLE T",
          "ALTER TASK RUNS RESUME",
          "CREATE STREAM X ON TABLE T"
        }) {
      admin.run("GRANT CREATE STREAM ON SCHEMA CORE TO ROLE WORKER");
      assertThat(worker.error(statement).code()).as(statement).isEqualTo("002003");
    }
    admin.run(
        "GRANT SELECT ON TABLE T TO ROLE WORKER", "REVOKE USAGE ON SCHEMA CORE FROM ROLE WORKER");
    assertThat(worker.error("SELECT * FROM T").code()).isEqualTo("002003");
    assertThat(worker.error("USE SCHEMA SHOP.CORE").code()).isEqualTo("002043");
  }

  @Test
  void aMergeTakesWhatItsBranchesDo() {
    String merge =
        "MERGE INTO T USING (SELECT 1 AS B) ON A = B WHEN MATCHED THEN DELETE"
            + " WHEN NOT MATCHED THEN INSERT (A) VALUES (B)";
    admin.run("GRANT SELECT, INSERT ON TABLE T TO ROLE WORKER");
    assertThat(worker.error(merge).code()).isEqualTo("003001");
    admin.run("GRANT DELETE ON TABLE T TO ROLE WORKER");
    worker.run(merge);
    assertThat(worker.error("INSERT OVERWRITE INTO TRACKED SELECT 1").code()).isEqualTo("002003");
  }

  @Test
  void onlyTheOwnerAltersAndDrops() {
    admin.run("GRANT ALL ON TABLE T TO ROLE WORKER", "GRANT ALL ON VIEW V TO ROLE WORKER");
    for (String statement :
        new String[] {
          "DROP TABLE T",
          "ALTER TABLE T ADD COLUMN B NUMBER",
          "ALTER TABLE T SET CHANGE_TRACKING = TRUE",
          "COMMENT ON TABLE T IS 'x'",
          "DROP VIEW V",
          "DROP SCHEMA SHOP.CORE",
          "DROP DATABASE SHOP"
        }) {
      assertThat(worker.error(statement).code()).as(statement).isEqualTo("003001");
    }
    admin.run("GRANT OWNERSHIP ON TABLE T TO ROLE WORKER COPY CURRENT GRANTS");
    worker.run(
        "ALTER TABLE T RENAME TO RENAMED", "INSERT INTO RENAMED VALUES (1)", "DROP TABLE RENAMED");
  }

  @Test
  void whoCreatesOwnsAndReplacingTakesOwnership() {
    admin.run("GRANT CREATE TABLE ON SCHEMA CORE TO ROLE WORKER");
    worker.run("CREATE TABLE MINE (A NUMBER)", "INSERT INTO MINE VALUES (1)");
    admin.run("GRANT SELECT ON TABLE MINE TO ROLE PUBLIC");
    assertThat(admin.rows("SHOW GRANTS ON TABLE MINE")).hasSize(2);

    worker.run("CREATE OR REPLACE TABLE MINE (A NUMBER)");

    assertThat(admin.rows("SHOW GRANTS ON TABLE MINE")).hasSize(1);
    admin.run("GRANT SELECT ON TABLE T TO ROLE WORKER");
    assertThat(worker.error("CREATE OR REPLACE TABLE T (A NUMBER)").code()).isEqualTo("003001");
    worker.run("DROP TABLE MINE");
    assertThat(worker.error("SELECT * FROM MINE").code()).isEqualTo("002003");
  }

  @Test
  void onlyTheOwnerOfATableHasItsChangesRecorded() {
    admin.run(
        "CREATE OR REPLACE TABLE T (A NUMBER)",
        "GRANT CREATE STREAM ON SCHEMA CORE TO ROLE WORKER",
        "GRANT SELECT ON ALL TABLES IN SCHEMA CORE TO ROLE WORKER");
    assertThat(worker.error("CREATE STREAM MINE ON TABLE T").code()).isEqualTo("003001");
    worker.run("CREATE STREAM MINE ON TABLE TRACKED", "SELECT * FROM MINE");
  }

  @Test
  void aStreamIsReadWithSelectOnItAndItsTable() {
    admin.run("GRANT SELECT ON STREAM S TO ROLE WORKER");
    assertThat(worker.error("SELECT * FROM S").code()).isEqualTo("002003");
    admin.run("GRANT SELECT ON TABLE T TO ROLE WORKER");
    worker.run("SELECT * FROM S");
  }

  @Test
  void aStreamOnAViewIsReadWithSelectOnItAndTheViewAndBegunByTheOwners() {
    admin.run(
        "CREATE TABLE BASE (A NUMBER)",
        "CREATE VIEW OVER_BASE AS SELECT A FROM BASE",
        "GRANT CREATE STREAM ON SCHEMA CORE TO ROLE WORKER",
        "GRANT SELECT ON VIEW OVER_BASE TO ROLE WORKER");
    assertThat(worker.error("CREATE STREAM W ON VIEW OVER_BASE").code()).isEqualTo("003001");

    admin.run("ALTER VIEW OVER_BASE SET CHANGE_TRACKING = TRUE");

    worker.run("CREATE STREAM W ON VIEW OVER_BASE", "SELECT * FROM W");
    admin.run("REVOKE SELECT ON VIEW OVER_BASE FROM ROLE WORKER");
    assertThat(worker.error("SELECT * FROM W").code()).isEqualTo("002003");
  }

  @Test
  void aViewReadsWithItsOwnersRole() {
    admin.run("GRANT SELECT ON VIEW V TO ROLE WORKER", "INSERT INTO T VALUES (7)");
    assertThat(worker.row("SELECT A FROM V")).isEqualTo("7");
    admin.run("GRANT CREATE VIEW ON SCHEMA CORE TO ROLE WORKER");
    worker.run("CREATE VIEW OVER AS SELECT A FROM V");
    admin.run("REVOKE SELECT ON VIEW V FROM ROLE WORKER");
    assertThat(admin.error("SELECT * FROM OVER").code()).isEqualTo("002003");
  }

  @Test
  void aRoleHasWhatWasGrantedToTheRolesGrantedToIt() {
    admin.run(
        "CREATE OR REPLACE ROLE LOWER_ROLE",
        "CREATE OR REPLACE ROLE LOWEST_ROLE",
        "GRANT ROLE LOWEST_ROLE TO ROLE LOWER_ROLE",
        "GRANT ROLE LOWER_ROLE TO ROLE WORKER",
        "GRANT SELECT ON TABLE T TO ROLE LOWEST_ROLE");
    worker.run("SELECT * FROM T");
    admin.run("REVOKE ROLE LOWEST_ROLE FROM ROLE LOWER_ROLE");
    assertThat(worker.error("SELECT * FROM T").code()).isEqualTo("002003");
    admin.run("GRANT SELECT ON TABLE T TO ROLE PUBLIC");
    worker.run("SELECT * FROM T");
    admin.run("DROP ROLE LOWER_ROLE", "DROP ROLE LOWEST_ROLE");
  }

  @Test
  void futureGrantsAreGivenOnCreation() {
    admin.run(
        "GRANT SELECT ON FUTURE TABLES IN SCHEMA CORE TO ROLE WORKER",
        "GRANT SELECT ON FUTURE VIEWS IN DATABASE SHOP TO ROLE WORKER",
        "CREATE TABLE LATER (A NUMBER)",
        "CREATE VIEW LATER_SEEN AS SELECT A FROM LATER");
    worker.run("SELECT * FROM LATER", "SELECT * FROM LATER_SEEN");
    assertThat(worker.error("SELECT * FROM T").code()).isEqualTo("002003");
  }

  @Test
  void grantsAreGivenByOwnersAndWithTheGrantOption() {
    admin.run("GRANT SELECT ON TABLE T TO ROLE WORKER");
    assertThat(worker.error("GRANT SELECT ON TABLE T TO ROLE PUBLIC").code()).isEqualTo("003001");
    assertThat(worker.error("GRANT ROLE SYSADMIN TO ROLE WORKER").code()).isEqualTo("003001");
    admin.run("GRANT SELECT ON TABLE T TO ROLE WORKER WITH GRANT OPTION");
    worker.run("GRANT SELECT ON TABLE T TO ROLE PUBLIC");
    assertThat(worker.error("GRANT INSERT ON TABLE T TO ROLE PUBLIC").code()).isEqualTo("003001");
  }

  @Test
  void ownershipPassesOnWithItsGrantsOrNotAtAll() {
    admin.run("GRANT SELECT ON TABLE T TO ROLE PUBLIC");
    assertThat(admin.error("GRANT OWNERSHIP ON TABLE T TO ROLE WORKER").code()).isEqualTo("003036");
  }

  @Test
  void aTaskIsResumedIfItsOwnerMayExecuteTasks() {
    admin.run(
        "GRANT CREATE TASK ON SCHEMA CORE TO ROLE WORKER",
        "GRANT OPERATE ON TASK RUNS TO ROLE WORKER");
    worker.run("CREATE TASK MINE SCHEDULE = '1 HOUR' AS SELECT 1", "ALTER TASK RUNS RESUME");
    assertThat(worker.error("ALTER TASK MINE RESUME").code()).isEqualTo("091089");
    admin.run("GRANT EXECUTE TASK ON ACCOUNT TO ROLE WORKER");
    worker.run("ALTER TASK MINE RESUME");
    assertThat(worker.error("ALTER TASK RUNS SET COMMENT = 'x'").code()).isEqualTo("003001");
  }

  @Test
  void aUserTakesTheRolesGrantedToItOnly() {
    admin.run(
        "CREATE USER IF NOT EXISTS ANN PASSWORD = 'x' DEFAULT_ROLE = WORKER",
        "GRANT ROLE WORKER TO USER ANN");
    assertThat(account.engine().access().loginRole("ANN", "")).isEqualTo("WORKER");
    SqlSession ann = SqlSession.of(account, "ANN", "WORKER");
    assertThat(ann.error("USE ROLE ACCOUNTADMIN").code()).isEqualTo("003013");
    ann.run("USE ROLE PUBLIC", "USE ROLE WORKER");
    assertThat(ann.error("USE SECONDARY ROLES ALL").code()).isEqualTo("000002");
    admin.run("DROP USER ANN");
  }
}
