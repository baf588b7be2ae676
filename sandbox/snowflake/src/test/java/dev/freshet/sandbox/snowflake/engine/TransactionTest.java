package dev.freshet.sandbox.snowflake.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freshet.sandbox.snowflake.EmbeddedSnowflake;
import dev.freshet.sandbox.snowflake.account.SqlSession;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two sessions and one table. Source of the rules: sql-reference/transactions. */
class TransactionTest {

  private static EmbeddedSnowflake account;
  private SqlSession one;
  private SqlSession two;

  @BeforeAll
  static void start() {
    account = EmbeddedSnowflake.builder().start();
  }

  @AfterAll
  static void stop() {
    account.close();
  }

  @BeforeEach
  void sessions() {
    one = SqlSession.in(account, "TX");
    two = SqlSession.in(account, "TX");
    one.run(
        "CREATE OR REPLACE TABLE T (N NUMBER NOT NULL, V VARCHAR)",
        "INSERT INTO T VALUES (1, 'a'), (2, 'b')");
  }

  @AfterEach
  void end() {
    one.close();
    two.close();
  }

  private static String count(SqlSession session) {
    return session.row("SELECT COUNT(*) FROM T");
  }

  @Test
  void nobodySeesWhatIsNotCommitted() {
    one.run("BEGIN", "INSERT INTO T VALUES (3, 'c')");
    assertThat(count(one)).isEqualTo("3");
    assertThat(count(two)).isEqualTo("2");
    one.run("COMMIT");
    assertThat(count(two)).isEqualTo("3");
  }

  @Test
  void rollbackUndoesAllOfIt() {
    one.run("START TRANSACTION", "DELETE FROM T", "INSERT INTO T VALUES (9, 'z')", "ROLLBACK");
    assertThat(count(one)).isEqualTo("2");
  }

  @Test
  void aTransactionSeesWhatOthersCommittedMeanwhile() {
    one.run("BEGIN");
    assertThat(count(one)).isEqualTo("2");
    two.run("INSERT INTO T VALUES (3, 'c')");
    assertThat(count(one)).as("READ COMMITTED").isEqualTo("3");
    one.run("UPDATE T SET V = 'x'");
    assertThat(one.row("SELECT COUNT(*) FROM T WHERE V = 'x'")).isEqualTo("3");
    one.run("COMMIT");
  }

  @Test
  void aLockedTableRefusesAtOnceIfTheSessionWillNotWait() {
    one.run("BEGIN", "UPDATE T SET V = 'mine' WHERE N = 1");
    two.run("ALTER SESSION SET LOCK_TIMEOUT = 0");
    assertThat(two.error("UPDATE T SET V = 'yours' WHERE N = 2").code()).isEqualTo("000625");
    one.run("COMMIT");
    two.run("UPDATE T SET V = 'yours' WHERE N = 2");
    assertThat(two.rows("SELECT V FROM T ORDER BY N")).containsExactly("mine", "yours");
  }

  @Test
  void aRefusedLockLeavesTheTransactionOpen() {
    one.run("BEGIN", "DELETE FROM T WHERE N = 1");
    two.run("ALTER SESSION SET LOCK_TIMEOUT = 0", "BEGIN");
    assertThat(two.error("DELETE FROM T WHERE N = 2").code()).isEqualTo("000625");
    one.run("ROLLBACK");
    two.run("DELETE FROM T WHERE N = 2", "COMMIT");
    assertThat(one.rows("SELECT N FROM T")).containsExactly("1");
  }

  @Test
  void aLockThatIsWaitedForIsHadWhenTheOtherCommits() throws Exception {
    one.run("BEGIN", "UPDATE T SET N = N + 10");
    CompletableFuture<Void> waiting =
        CompletableFuture.runAsync(() -> two.run("UPDATE T SET N = N + 100"));
    one.run("COMMIT");
    waiting.get(10, TimeUnit.SECONDS);
    assertThat(one.rows("SELECT N FROM T ORDER BY N")).containsExactly("111", "112");
  }

  @Test
  void ddlCommitsWhatIsOpen() {
    one.run("BEGIN", "INSERT INTO T VALUES (3, 'c')", "CREATE OR REPLACE TABLE OTHER (X NUMBER)");
    assertThat(one.row("SELECT CURRENT_TRANSACTION()")).isEqualTo("null");
    one.run("ROLLBACK");
    assertThat(count(two)).isEqualTo("3");
  }

  @Test
  void aFailedStatementDoesNotEndItsTransaction() {
    one.run("BEGIN");
    assertThat(one.error("INSERT INTO T VALUES (NULL, 'x')").code()).isEqualTo("100072");
    one.run("INSERT INTO T VALUES (3, 'c')");
    assertThat(one.error("SELECT NOPE FROM T").code()).isEqualTo("000904");
    assertThat(one.error("INSERT INTO T (N) SELECT 1, 2").code()).isEqualTo("002020");
    one.run("INSERT INTO T VALUES (4, 'd')", "COMMIT");
    assertThat(count(two)).isEqualTo("4");
  }

  /**
   * Where DuckDB gives up the transaction, a COMMIT that keeps a part of it must not go through.
   */
  @ParameterizedTest
  @ValueSource(strings = {"INSERT INTO T VALUES (NULL, 'x')", "SELECT V::NUMBER FROM T"})
  void aTransactionTheSandboxCannotKeepIsRefusedUntilRolledBack(String failing) {
    one.run("BEGIN", "INSERT INTO T VALUES (3, 'c')");
    one.error(failing);
    assertThat(one.error("SELECT 1").code()).isEqualTo("090233");
    assertThat(one.error("COMMIT").code()).isEqualTo("090233");
    one.run("ROLLBACK");
    assertThat(count(one)).isEqualTo("2");
    two.run("INSERT INTO T VALUES (5, 'e')");
  }

  @Test
  void withoutAutocommitTheFirstWriteBegins() {
    one.run("ALTER SESSION SET AUTOCOMMIT = FALSE", "INSERT INTO T VALUES (3, 'c')");
    assertThat(count(two)).isEqualTo("2");
    one.run("ROLLBACK");
    assertThat(count(one)).isEqualTo("2");
  }

  @Test
  void aKilledSessionIsRolledBackAndGone() {
    one.run("BEGIN", "DELETE FROM T");
    account.engine().killSession(one.session().id());
    assertThat(count(two)).isEqualTo("2");
    two.run("DELETE FROM T WHERE N = 1");
    assertThat(one.error("SELECT 1").code()).isEqualTo("390111");
  }

  @Test
  void anObserverMayKillASessionBetweenTwoStatements() {
    account
        .engine()
        .observe(
            new StatementObserver() {
              @Override
              public void before(Session session, boolean insideProcedure, String sql) {
                if (sql.equals("COMMIT")) {
                  account.engine().killSession(session.id());
                }
              }
            });
    one.run("BEGIN", "DELETE FROM T");
    assertThat(one.error("COMMIT").code()).isEqualTo("390111");
    account.engine().observe(StatementObserver.NONE);
    assertThat(count(two)).isEqualTo("2");
  }

  @Test
  void anOwnersRightsProcedureCannotChangeItsSession() {
    one.session()
        .enter(
            new CallFrame(
                new dev.freshet.sandbox.snowflake.sql.ObjectName("TX", "PUBLIC", "P"),
                "ACCOUNTADMIN",
                true,
                false));
    for (String refused :
        new String[] {
          "USE DATABASE TX",
          "ALTER SESSION SET QUERY_TAG = 'x'",
          "REMOVE @S/x",
          "CREATE TEMPORARY TABLE X (N NUMBER)",
          "SHOW PARAMETERS",
          "PUT file:///tmp/x @S"
        }) {
      assertThat(one.error(refused).code()).as(refused).isEqualTo("090236");
    }
    one.run("BEGIN", "INSERT INTO T VALUES (3, 'c')", "COMMIT", "SHOW TABLES");
    one.session().leave();
    assertThat(count(two)).isEqualTo("3");
  }
}
