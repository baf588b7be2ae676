package dev.freshet.sandbox.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freshet.sandbox.snowflake.engine.SessionLag;
import dev.freshet.sandbox.snowflake.engine.StatementObserver;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A session may not see yet what another has committed: what it believes, HEAD refuses. */
@Tag("seeds")
@ExtendWith(SharedAccount.class)
class LaggingSessionTest {
  private final List<SessionLag.Hold> holds = new ArrayList<>();
  private ExportAccount account;

  @BeforeEach
  void take(ExportAccount shared) {
    account = shared;
  }

  @AfterEach
  void letGo() {
    account.observe(StatementObserver.NONE);
    holds.forEach(SessionLag.Hold::close);
  }

  @Test
  void aRunThatDoesNotSeeTheOneBeforeItLeaves() throws Exception {
    Fact fact = FactBuilder.state(account).register();
    fact.change("INSERT INTO %s VALUES (1, 'a', 1)");
    try (Connection late = account.connect()) {
      holds.add(account.holdBack());
      fact.export();

      assertThat(fact.export(late).get("outcome").asText()).isEqualTo("left");
    }
    letGo();
    fact.export();

    new Guarantees(fact).hold();
  }

  @Test
  void aRunThatSeesAnotherHalfDoneNeitherLosesNorDoubles() throws Exception {
    Fact fact = FactBuilder.state(account).with("lanes", "2").register();
    fact.change("INSERT INTO %s VALUES (1000, 'first', 1)");
    Statements counting = Statements.counting();
    account.observe(counting);
    fact.export();
    account.observe(StatementObserver.NONE);

    for (int statement : Sweep.of(counting.count())) {
      fact.change("INSERT INTO %s VALUES (" + statement + ", 'a', 1)", "UPDATE %s SET B = B + 1");
      try (Connection one = account.connect();
          Connection late = account.connect()) {
        account.observe(new Statements(statement, session -> holds.add(account.holdBack())));
        fact.export(one);
        account.observe(StatementObserver.NONE);
        fact.export(late);
      }
      letGo();
      fact.export();
      new Guarantees(fact).agreeInsideAndOutside("seen as before statement " + statement);
    }

    new Guarantees(fact).hold();
  }
}
