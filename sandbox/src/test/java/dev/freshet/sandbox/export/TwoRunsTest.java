package dev.freshet.sandbox.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.freshet.sandbox.snowflake.engine.StatementObserver;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A contract's export may run beside itself: a run that was overtaken changes nothing any more. */
@Tag("seeds")
@ExtendWith(SharedAccount.class)
class TwoRunsTest {
  private static final int ROUNDS = 6;

  private ExportAccount account;

  @BeforeEach
  void take(ExportAccount shared) {
    account = shared;
  }

  @AfterEach
  void observeNoMore() {
    account.observe(StatementObserver.NONE);
  }

  @Test
  void aWholeRunMayHappenBeforeAnyStatementOfAnother() throws Exception {
    Fact fact = FactBuilder.state(account).with("lanes", "2").register();
    fact.change("INSERT INTO %s VALUES (1000, 'first', 1)");
    Statements counting = Statements.counting();
    account.observe(counting);
    fact.export();

    account.observe(StatementObserver.NONE);
    List<String> outcomes = new ArrayList<>();
    try (Connection overtaken = account.connect()) {
      for (int statement : Sweep.of(counting.count())) {
        fact.change("INSERT INTO %s VALUES (" + statement + ", 'a', 1)");
        account.observe(new Statements(statement, session -> runBeside(fact, outcomes)));
        outcomes.add(fact.export(overtaken).get("outcome").asText());
        account.observe(StatementObserver.NONE);
      }
    }
    fact.export();

    new Guarantees(fact).hold();
    assertThat(outcomes).contains("left", "published");
  }

  /** On the thread of the other run's statement, which goes on only afterwards. */
  private void runBeside(Fact fact, List<String> outcomes) {
    try {
      outcomes.add(fact.export().get("outcome").asText());
    } catch (Exception e) {
      throw new IllegalStateException("the run beside failed", e);
    }
  }

  /** A run whose lock is refused may fail; what it left, the next one finishes. */
  @Test
  void twoRunsStatementByStatementInAnyOrderNeitherLoseNorDouble() throws Exception {
    Fact fact = FactBuilder.state(account).with("lanes", "2").register();
    ExecutorService threads = Executors.newFixedThreadPool(2);
    List<String> outcomes = new ArrayList<>();
    try {
      for (long seed = 1; seed <= (Boolean.getBoolean("freshet.sweep.all") ? 40 : 3); seed++) {
        fact.change(
            "INSERT INTO %s VALUES (" + seed + ", 'a', 1)",
            "UPDATE %s SET B = B + 1 WHERE K < " + seed);
        Turns turns = new Turns(seed);
        try (Connection one = account.connect();
            Connection two = account.connect()) {
          account.observe(turns);
          List<Callable<String>> both =
              List.of(() -> inTurn(fact, one, turns), () -> inTurn(fact, two, turns));
          for (Future<String> run : threads.invokeAll(both)) {
            outcomes.add(run.get());
          }
          account.observe(StatementObserver.NONE);
        }
        fact.export();
        new Guarantees(fact).agreeInsideAndOutside("seed " + seed);
      }
    } finally {
      threads.shutdown();
    }

    new Guarantees(fact).hold();
    assertThat(fact.standingHalts()).isEmpty();
    assertThat(outcomes).contains("published");
  }

  private static String inTurn(Fact fact, Connection session, Turns turns) throws Exception {
    try {
      return fact.export(session).get("outcome").asText();
    } catch (SQLException e) {
      assertThat(e.getMessage()).contains("Lock wait timed out");
      return "refused";
    } finally {
      turns.ended();
    }
  }

  @Test
  void twoRunsAtOnceNeitherLoseNorDouble() throws Exception {
    Fact fact = FactBuilder.state(account).register();
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try (Connection one = account.connect();
        Connection two = account.connect()) {
      for (int round = 1; round <= ROUNDS; round++) {
        fact.change("INSERT INTO %s VALUES (" + round + ", 'a', 1)");
        List<Callable<JsonNode>> both = List.of(() -> fact.export(one), () -> fact.export(two));
        for (Future<JsonNode> run : threads.invokeAll(both)) {
          assertThat(run.get().get("outcome").asText())
              .isIn("left", "published", "nothing to publish");
        }
      }
    } finally {
      threads.shutdown();
    }
    fact.export();

    new Guarantees(fact).hold();
  }
}
