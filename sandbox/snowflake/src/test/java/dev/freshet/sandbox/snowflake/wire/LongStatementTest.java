package dev.freshet.sandbox.snowflake.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.freshet.sandbox.snowflake.engine.Result;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import dev.freshet.sandbox.snowflake.engine.StatementType;
import dev.freshet.sandbox.snowflake.wire.ScriptedStatements.Gate;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LongStatementTest {

  @ParameterizedTest
  @EnumSource
  void isAskedForAgainByTheDriverUntilItEnds(DriverVersion driver) throws Exception {
    try (TestAccount account = new TestAccount(Duration.ofMillis(20));
        Connection connection = account.connect(driver)) {
      Gate gate = account.scripted().gate("GATE");
      CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS).execute(gate::open);
      assertThat(Answers.text(connection, "SCRIPTED GATE")).isEqualTo("passed");
      assertThat(gate.arrivals()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void stopsWhenTheDriverCancelsIt(DriverVersion driver) throws Exception {
    try (TestAccount account = new TestAccount();
        Connection connection = account.connect(driver);
        Statement statement = connection.createStatement()) {
      Gate gate = account.scripted().gate("GATE");
      CompletableFuture<Object> answer = inBackground(() -> statement.execute("SCRIPTED GATE"));
      gate.awaitArrival();
      statement.cancel();
      assertThatThrownBy(answer::get)
          .isInstanceOf(ExecutionException.class)
          .cause()
          .isInstanceOfSatisfying(
              SQLException.class,
              e -> {
                assertThat(e.getErrorCode()).isEqualTo(604);
                assertThat(e.getSQLState()).isEqualTo("57014");
              });
      assertThat(connection.isValid(10)).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource
  void takesWithItWhatItHasUnderWayInItsSession(DriverVersion driver) throws Exception {
    try (TestAccount account = new TestAccount();
        Connection connection = account.connect(driver);
        Statement statement = connection.createStatement()) {
      Gate gate = account.scripted().gate("GATE");
      CompletableFuture<Object> inner = new CompletableFuture<>();
      account.scripted().on("CALL", session -> callOf(account, driver, session, inner));
      var outer = inBackground(() -> statement.execute("SCRIPTED CALL"));
      gate.awaitArrival();
      statement.cancel();
      assertThat(inner.get()).isInstanceOf(SQLException.class);
      assertThatThrownBy(outer::get).hasMessageContaining("canceled");
    }
  }

  /** As a CALL does: runs a statement through a connection that joins its session. */
  private static Result callOf(
      TestAccount account, DriverVersion driver, Session session, CompletableFuture<Object> end) {
    String grant = session.engine().sessions().grant(session);
    try (Connection joined = account.connect(driver, Map.of("password", grant))) {
      return Result.status(StatementType.CALL, Answers.text(joined, "SCRIPTED GATE"));
    } catch (SQLException e) {
      end.complete(e);
      throw new SnowflakeException("100357", "P0000", "canceled", e);
    } finally {
      session.engine().sessions().revoke(grant);
    }
  }

  @ParameterizedTest
  @EnumSource
  void keepsLaterOnesOfItsConnectionWaiting(DriverVersion driver) throws Exception {
    try (TestAccount account = new TestAccount();
        Connection connection = account.connect(driver)) {
      Gate first = account.scripted().gate("FIRST");
      Gate second = account.scripted().gate("SECOND");
      second.open();
      var one = inBackground(() -> Answers.text(connection, "SCRIPTED FIRST"));
      first.awaitArrival();
      var two = inBackground(() -> Answers.text(connection, "SCRIPTED SECOND"));
      try (Connection other = account.connect(driver)) {
        assertThat(Answers.text(other, "SCRIPTED SECOND")).isEqualTo("passed");
      }
      assertThat(second.arrivals()).isEqualTo(1);
      first.open();
      assertThat(one.get()).isEqualTo("passed");
      assertThat(two.get()).isEqualTo("passed");
    }
  }

  private static CompletableFuture<Object> inBackground(Work work) {
    CompletableFuture<Object> end = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                end.complete(work.run());
              } catch (SQLException e) {
                end.completeExceptionally(e);
              }
            },
            "statement");
    thread.setDaemon(true);
    thread.start();
    return end;
  }

  private interface Work {
    Object run() throws SQLException;
  }
}
