package dev.freshet.sandbox.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.freshet.contract.Contract;
import dev.freshet.contract.odcs.ContractReader;
import java.sql.Connection;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A promotion, a rollback and a retirement can stop between any two of their statements: called
 * again, they come to the same end.
 */
@ExtendWith(SharedAccount.class)
class LifecycleCrashTest {
  private ExportAccount account;

  @BeforeEach
  void take(ExportAccount shared) {
    account = shared;
  }

  @AfterEach
  void observeNoMore() {
    account.observe(dev.freshet.sandbox.snowflake.engine.StatementObserver.NONE);
  }

  /** What is done to a contract in a session. */
  private interface Step {
    String in(Connection session, Fact fact);
  }

  @Test
  void aPromotionIsFinishedByPromotingAgain() throws Exception {
    Step promote = (session, fact) -> account.promote(session, second(fact));

    for (int statement : Sweep.of(statements(this::staged, promote))) {
      Fact fact = staged();
      account.inDoomedSession(statement, session -> promote.in(session, fact));
      promote.in(account.session(), fact);

      assertStates(fact, "1.0.0 retired", "1.1.0 active");
      assertRunsAndHolds(fact);
    }
  }

  @Test
  void aRollbackIsFinishedByRollingBackAgain() throws Exception {
    Step rollBack =
        (session, fact) ->
            account.procedures(session).rollBack(fact.id(), "it was wrong").json().toString();

    for (int statement : Sweep.of(statements(this::promoted, rollBack))) {
      Fact fact = promoted();
      account.inDoomedSession(statement, session -> rollBack.in(session, fact));
      rollBack.in(account.session(), fact);

      assertStates(fact, "1.0.0 active", "1.1.0 retired");
      assertRunsAndHolds(fact);
    }
  }

  @Test
  void aRetirementIsFinishedByRetiringAgain() throws Exception {
    Step retire =
        (session, fact) -> account.procedures(session).retire(fact.id(), "done").json().toString();

    for (int statement : Sweep.of(statements(this::promoted, retire))) {
      Fact fact = promoted();
      fact.change("INSERT INTO %s VALUES (7, 'g', 7)");
      account.inDoomedSession(statement, session -> retire.in(session, fact));
      retire.in(account.session(), fact);

      assertStates(fact, "1.0.0 retired", "1.1.0 retired");
      assertThat(task(fact)).isEqualToIgnoringCase("suspended");
      new Guarantees(fact).hold();
      assertThat(fact.last().parts()).isEmpty();
    }
  }

  private void assertRunsAndHolds(Fact fact) throws Exception {
    assertThat(task(fact)).isEqualToIgnoringCase("started");
    fact.change("INSERT INTO %s VALUES (9, 'i', 9)");
    fact.export();
    new Guarantees(fact).hold();
  }

  private void assertStates(Fact fact, String... states) {
    JsonNode described = account.procedures().describe(fact.id()).json();
    List<String> now =
        described
            .path("versions")
            .valueStream()
            .map(v -> v.path("version").asText() + " " + v.path("now").asText())
            .distinct()
            .toList();
    assertThat(now).containsExactlyInAnyOrder(states);
  }

  private String task(Fact fact) throws Exception {
    return account.named("SHOW TASKS IN SCHEMA " + fact.schema(), "state");
  }

  /** 1.0.0 is in force and has published, 1.1.0 waits. */
  private Fact staged() throws Exception {
    Fact fact = FactBuilder.state(account).register();
    fact.change("INSERT INTO %s VALUES (1, 'a', 1)");
    fact.export();
    account.stageText(secondText(fact));
    return fact;
  }

  /** 1.1.0 is in force. */
  private Fact promoted() throws Exception {
    Fact fact = staged();
    account.promote(account.session(), second(fact));
    return fact;
  }

  private static String secondText(Fact fact) {
    return fact.contractText().replace("version: 1.0.0", "version: 1.1.0") + "# another\n";
  }

  private static Contract second(Fact fact) {
    return ContractReader.read("test", secondText(fact));
  }

  /** Makes a contract in some state. */
  private interface Given {
    Fact make() throws Exception;
  }

  private int statements(Given given, Step step) throws Exception {
    Fact fact = given.make();
    Statements counting = Statements.counting();
    account.observe(counting);
    step.in(account.session(), fact);
    observeNoMore();
    return counting.count();
  }
}
