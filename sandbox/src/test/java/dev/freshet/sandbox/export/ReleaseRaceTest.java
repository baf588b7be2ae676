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

    for (String change : CHANGES) {
      for (int statement : Sweep.of(statements)) {
        race(fact, key(statement, change), change, statement);
        fact.export();
        fact.change("DELETE FROM %s WHERE A = 'three'");
        fact.release(REASON);
        new Guarantees(fact).hold();
      }
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

  private static int key(int statement, String change) {
    return 1000 * (1 + CHANGES.indexOf(change)) + statement;
  }

  private int statementsOfARelease(Fact fact) throws Exception {
    prepare(fact, 1);
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

  private void race(Fact fact, int key, String change, int statement) throws Exception {
    prepare(fact, key);
    String sql = change.replace("?", Integer.toString(key));
    boolean[] refused = {false};
    try (Connection session = account.connect()) {
      account.observe(new Statements(statement, at -> refused[0] = !changed(fact, sql)));
      ExportAccount.release(session, fact.name(), REASON);
      account.observe(StatementObserver.NONE);
    }
    if (refused[0]) {
      fact.change(sql);
    }
  }

  /** The sandbox's Snowflake has one writer: while the release writes, nobody else does. */
  private static boolean changed(Fact fact, String sql) {
    try {
      fact.change(sql);
      return true;
    } catch (SQLException e) {
      return false;
    }
  }
}
