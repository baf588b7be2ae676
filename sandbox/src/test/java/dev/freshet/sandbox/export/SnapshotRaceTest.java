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

/** Whatever happens to keys while a chunk takes them, their newest facts are published last. */
@ExtendWith(SharedAccount.class)
class SnapshotRaceTest {
  private static final String REASON = "{\"reason\": \"test\"}";

  /** Each leaves keys 1 to 4 with another history: before, in and behind the chunk. */
  private static final List<String> CHANGES =
      List.of(
          "UPDATE %s SET B = B + 1 WHERE K IN (2, 4)",
          "DELETE FROM %s WHERE K IN (2, 4)",
          "INSERT INTO %s VALUES (0, 'new', 0), (5, 'new', 5)",
          "UPDATE %s SET K = K + 100 WHERE K IN (1, 4)",
          "UPDATE %s SET K = 3 - K WHERE K IN (1, 2)");

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
  void aChangeMayComeBeforeAnyStatementOfAChunk() throws Exception {
    Fact fact = FactBuilder.state(account).register();
    int statements = statementsOfAChunk(fact);

    int change = 0;
    for (int statement : Sweep.of(statements)) {
      prepare(fact);
      race(fact, CHANGES.get(change++ % CHANGES.size()), statement);
      fact.serve();
      fact.export();
      new Guarantees(fact).hold();
    }
    assertThat(statements).as("statements of a run with a chunk").isGreaterThan(40);
  }

  @Test
  void aRunThatDiesBeforeAnyStatementOfAChunkIsFinishedByTheNext() throws Exception {
    Fact fact = FactBuilder.state(account).register();
    int statements = statementsOfAChunk(fact);

    for (int statement : Sweep.of(statements)) {
      prepare(fact);
      account.inDoomedSession(statement, session -> ExportAccount.export(session, fact.name()));
      fact.change("UPDATE %s SET B = 7 WHERE K IN (1, 4)");
      fact.serve();
      fact.export();
      new Guarantees(fact).hold();
    }
  }

  private int statementsOfAChunk(Fact fact) throws Exception {
    prepare(fact);
    Statements counting = Statements.counting();
    account.observe(counting);
    fact.export();
    account.observe(StatementObserver.NONE);
    fact.serve();
    return counting.count();
  }

  /** Four published facts, one change of each sort that waits in the stream, and a request. */
  private static void prepare(Fact fact) throws Exception {
    fact.change(
        "DELETE FROM %s",
        "INSERT INTO %s VALUES (1, 'one', 1), (2, 'two', 2), (3, 'three', 3), (4, 'four', 4)");
    fact.export();
    fact.askSnapshot(REASON);
  }

  private void race(Fact fact, String change, int statement) throws Exception {
    Interjection interjection = new Interjection(statement, () -> change(fact, change));
    try (Connection session = account.connect()) {
      account.observe(interjection);
      ExportAccount.export(session, fact.name());
      account.observe(StatementObserver.NONE);
    }
    if (!interjection.isDone()) {
      fact.change(change);
    }
  }

  private static void change(Fact fact, String sql) {
    try {
      fact.change(sql);
    } catch (SQLException e) {
      throw new IllegalStateException("the change beside a chunk failed", e);
    }
  }
}
