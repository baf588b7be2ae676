package dev.freshet.sandbox.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freshet.sandbox.snowflake.engine.StatementObserver;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whatever happens to a key while its rejection is released, its newest fact is published last. */
@ExtendWith(SharedAccount.class)
class ReleaseRaceTest {
  private static final String REASON = "{\"reason\": \"test\"}";
  private static final List<String> CHANGES =
      List.of(
          "UPDATE %s SET B = B + 1 WHERE K = ?",
          "DELETE FROM %s WHERE K = ?", "INSERT INTO %s VALUES (?, 'three', 3)");

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
  void aChangeOfTheKeyMayComeBeforeAnyStatementOfTheRelease() throws Exception {
    Fact fact = registered();
    int statements = statementsOfARelease(fact);

    for (int statement : Sweep.of(statements)) {
      race(fact, CHANGES.get(statement % CHANGES.size()), statement);
      fact.export();
      fact.change("DELETE FROM %s WHERE A = 'three'");
      fact.release(REASON);
      new Guarantees(fact).hold();
    }
    assertThat(statements).as("statements of a release").isGreaterThan(40);
  }

  @Test
  void aReleaseThatDiesBeforeAnyStatementIsFinishedByTheNext() throws Exception {
    Fact fact = registered();
    int statements = statementsOfARelease(fact);

    for (int statement : Sweep.of(statements)) {
      prepare(fact, statement);
      account.inDoomedSession(
          statement, session -> ExportAccount.release(session, fact.name(), REASON));
      fact.change("UPDATE %s SET B = 7 WHERE K = " + statement);
      fact.release(REASON);
      new Guarantees(fact).hold();
    }
  }

  private Fact registered() throws SQLException {
    return FactBuilder.state(account)
        .with("onViolation", "{duplicateKey: reject}")
        .with("maxRejectedShare", "1")
        .register();
  }

  private int statementsOfARelease(Fact fact) throws Exception {
    prepare(fact, 0);
    Statements counting = Statements.counting();
    account.observe(counting);
    fact.release(REASON);
    account.observe(StatementObserver.NONE);
    return counting.count();
  }

  /** Two rows of one key are set aside, then one of them goes. */
  private static void prepare(Fact fact, int key) throws Exception {
    fact.change("INSERT INTO %s VALUES (" + key + ", 'one', 1), (" + key + ", 'two', 2)");
    fact.export();
    fact.change("DELETE FROM %s WHERE A = 'two'");
  }

  private void race(Fact fact, String change, int statement) throws Exception {
    prepare(fact, statement);
    String sql = change.replace("?", Integer.toString(statement));
    Interjection interjection = new Interjection(statement, () -> change(fact, sql));
    try (Connection session = account.connect()) {
      account.observe(interjection);
      ExportAccount.release(session, fact.name(), REASON);
      account.observe(StatementObserver.NONE);
    }
    if (!interjection.isDone()) {
      fact.change(sql);
    }
  }

  private static void change(Fact fact, String sql) {
    try {
      fact.change(sql);
    } catch (SQLException e) {
      throw new IllegalStateException("the change beside a release failed", e);
    }
  }
}
