package dev.freshet.sandbox.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freshet.sandbox.snowflake.engine.StatementObserver;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * An export can stop between any two of its statements: nothing is lost, doubled or out of order.
 */
@Tag("seeds")
@ExtendWith(SharedAccount.class)
class CrashTest {
  private static final long SEED = 20_260_101;
  private static final int ROUNDS = 12;

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
  void theNextRunFinishesWhatACrashBeforeAnyStatementLeft() throws Exception {
    Fact fact = FactBuilder.state(account).with("lanes", "3").register();
    int statements = statementsOfARun(fact);

    for (int statement : Sweep.of(statements)) {
      fact.change("INSERT INTO %s VALUES (" + statement + ", 'a', " + statement + ")");
      crashBefore(fact, statement);
      fact.export();
    }

    new Guarantees(fact).hold();
    assertThat(statements).as("statements of a run").isGreaterThan(20);
  }

  @Test
  void crashesInARowLeaveNothingThatALaterRunCannotFinish() throws Exception {
    Fact fact = FactBuilder.state(account).register();
    int statements = statementsOfARun(fact);
    Random random = new Random(SEED);

    for (int round = 1; round <= ROUNDS; round++) {
      fact.change(
          "INSERT INTO %s VALUES (" + (100 + round) + ", 'new', 1)",
          "UPDATE %s SET B = B + 1 WHERE K > " + (100 + random.nextInt(round)),
          "DELETE FROM %s WHERE K = " + (100 + random.nextInt(ROUNDS)));
      crashBefore(fact, 1 + random.nextInt(statements));
    }
    fact.export();

    new Guarantees(fact).hold();
  }

  @Test
  void registrationIsFinishedByRegisteringAgainWhereverItStopped() throws Exception {
    Statements counting = Statements.counting();
    account.observe(counting);
    FactBuilder.state(account).register();
    account.observe(StatementObserver.NONE);
    int statements = counting.count();

    for (int statement : Sweep.of(statements)) {
      Fact fact = FactBuilder.state(account).unregistered();
      account.inDoomedSession(
          statement, session -> account.registerText(session, fact.contractText()));
      account.registerText(fact.contractText());
      fact.change("INSERT INTO %s VALUES (1, 'a', 1)");
      fact.export();
      new Guarantees(fact).hold();
    }
  }

  private int statementsOfARun(Fact fact) throws Exception {
    fact.change("INSERT INTO %s VALUES (1000, 'first', 1)");
    Statements counting = Statements.counting();
    account.observe(counting);
    fact.export();
    account.observe(StatementObserver.NONE);
    return counting.count();
  }

  /** Runs the export in a session of its own, which dies before the given statement. */
  private void crashBefore(Fact fact, int statement) throws Exception {
    account.inDoomedSession(statement, session -> ExportAccount.export(session, fact.name()));
  }
}
