package dev.freshet.sandbox.snowflake.ddl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.freshet.sandbox.snowflake.engine.CallFrame;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import dev.freshet.sandbox.snowflake.sql.ObjectName;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What definitions and sessions do to each other. */
class SessionsAndDefinitionsTest {

  private Statements account;

  @BeforeEach
  void start() {
    account = new Statements();
  }

  @AfterEach
  void stop() {
    account.close();
  }

  @Test
  void aTemporaryTableEndsWithItsSession() {
    Session other = account.newSession();
    other.execute("CREATE TEMPORARY TABLE DB.PUBLIC.T (A NUMBER)");
    other.execute("INSERT INTO DB.PUBLIC.T VALUES (1)");
    other.engine().sessions().end(other);
    assertThat(account.rows("SHOW TABLES")).isEmpty();
    account.run("CREATE TABLE T (A NUMBER)");
  }

  @Test
  void aReplacedTableKeepsNothingAndItsStreamsAreStale() {
    account.run("CREATE TABLE T (A NUMBER)");
    account.run("CREATE STREAM S ON TABLE T");
    account.run("INSERT INTO T VALUES (1)");
    account.run("CREATE OR REPLACE TABLE T (A NUMBER, B NUMBER)");
    assertThat(account.rows("SELECT * FROM T")).isEmpty();
    assertThat(account.rows("SHOW STREAMS", "stale")).containsExactly("true");
    assertThatThrownBy(() -> account.run("SELECT * FROM S")).isInstanceOf(SnowflakeException.class);
  }

  @Test
  void aTableFromAStreamConsumesIt() {
    account.run("CREATE TABLE T (A NUMBER)");
    account.run("CREATE STREAM S ON TABLE T");
    account.run("INSERT INTO T VALUES (1), (2)");
    account.run("CREATE TABLE U AS SELECT A, METADATA$ACTION AS ACTION FROM S");
    assertThat(account.rows("SELECT * FROM U ORDER BY A")).containsExactly("1|INSERT", "2|INSERT");
    assertThat(account.rows("SELECT * FROM S")).isEmpty();
  }

  @Test
  void aTableFromAQueryThatFailsIsNotThereAndConsumesNothing() {
    account.run("CREATE TABLE T (A VARCHAR)");
    account.run("CREATE STREAM S ON TABLE T");
    account.run("INSERT INTO T VALUES ('x')");
    assertThatThrownBy(() -> account.run("CREATE TABLE U AS SELECT TO_NUMBER(A) AS A FROM S"))
        .isInstanceOf(SnowflakeException.class);
    assertThat(account.rows("SHOW TABLES LIKE 'U'")).isEmpty();
    assertThat(account.rows("SELECT A FROM S")).containsExactly("x");
    assertThat(account.session().transaction().isOpen()).isFalse();
  }

  @Test
  void aStatementThatDoesNotCompileCommitsNothing() {
    account.run("CREATE TABLE T (A NUMBER)");
    account.run("BEGIN");
    account.run("INSERT INTO T VALUES (1)");
    assertThatThrownBy(() -> account.run("CREATE TABLE U (A NUMBER"))
        .isInstanceOf(SnowflakeException.class);
    account.run("ROLLBACK");
    assertThat(account.rows("SELECT * FROM T")).isEmpty();
  }

  @Test
  void onlyOneOfManySessionsCreatesATable() {
    List<CompletableFuture<String>> creations =
        java.util.stream.IntStream.range(0, 4)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () ->
                            account
                                .newSession()
                                .execute("CREATE TABLE IF NOT EXISTS DB.PUBLIC.T (A NUMBER)")
                                .rows()
                                .get(0)[0]))
            .toList();
    assertThat(creations.stream().map(CompletableFuture::join))
        .containsOnlyOnce("Table T successfully created.")
        .contains("T already exists, statement succeeded.");
  }

  @Test
  void droppingASchemaLeavesSessionsInItWithoutOne() {
    account.run("CREATE SCHEMA S");
    account.run("CREATE TABLE T (A NUMBER)");
    Session other = account.newSession();
    other.execute("USE SCHEMA DB.S");
    account.run("DROP SCHEMA S");
    assertThat(other.schema()).isEmpty();
    assertThat(other.database()).contains("DB");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "USE SCHEMA DB.PUBLIC",
        "USE ROLE PUBLIC",
        "ALTER SESSION SET QUERY_TAG = 'x'",
        "ALTER SESSION UNSET QUERY_TAG",
        "SHOW PARAMETERS",
        "CREATE TEMPORARY TABLE T (A NUMBER)"
      })
  void anOwnersRightsProcedureMayNotChangeTheSession(String sql) {
    inProcedure(
        () ->
            assertThatThrownBy(() -> account.run(sql))
                .isInstanceOfSatisfying(
                    SnowflakeException.class, e -> assertThat(e.code()).isEqualTo("090236")));
  }

  @Test
  void anOwnersRightsProcedureDefinesThingsInItsOwnSchemaAndMovesNobody() {
    account.run("CREATE SCHEMA OTHER");
    inProcedure(
        () -> {
          account.run("CREATE TABLE T (A NUMBER)");
          account.run("CREATE SCHEMA IF NOT EXISTS DB.MADE");
          account.run("GRANT SELECT ON TABLE T TO ROLE PUBLIC");
          assertThat(account.rows("SHOW TABLES IN SCHEMA", "schema_name"))
              .containsExactly("PUBLIC");
        });
    assertThat(account.rows("SELECT CURRENT_SCHEMA()")).containsExactly("OTHER");
  }

  private void inProcedure(Runnable body) {
    account.session().enter(new CallFrame(new ObjectName("DB", "PUBLIC", "P"), "ACCOUNTADMIN", true, false));
    try {
      body.run();
    } finally {
      account.session().leave();
    }
  }
}
