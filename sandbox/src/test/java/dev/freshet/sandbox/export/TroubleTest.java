package dev.freshet.sandbox.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freshet.sandbox.snowflake.engine.StatementObserver;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Any statement of an export may fail, be cancelled, lose its answer or take the session with it:
 * the next run finishes, and nothing is lost or doubled. A statement or two of each kind by
 * default, every one with {@code -Pseeds}.
 */
@Tag("seeds")
@ExtendWith(SharedAccount.class)
class TroubleTest {
  private static final long SEED = 20_260_102;

  private ExportAccount account;
  private int rows;

  @BeforeEach
  void take(ExportAccount shared) {
    account = shared;
  }

  @AfterEach
  void observeNoMore() {
    account.observe(StatementObserver.NONE);
  }

  @Test
  void aStateContractGoesOnAfterTroubleAtAnyStatement() throws Exception {
    Fact fact = FactBuilder.state(account).with("lanes", "2").register();
    fact.change("INSERT INTO %s VALUES (1, 'first', 1)");
    int statements = statementsOfARun(fact);

    for (Trouble.Kind kind : Trouble.Kind.values()) {
      for (int statement : chosen(statements, kind)) {
        rows++;
        fact.change(
            "INSERT INTO %s VALUES (" + (100 + rows) + ", 'new', 1)",
            "UPDATE %s SET B = B + 1 WHERE K <= " + (98 + rows),
            "DELETE FROM %s WHERE K = " + (95 + rows));
        strike(fact, new Trouble(kind, statement));
      }
    }

    new Guarantees(fact).hold();
  }

  @Test
  void anEventContractGoesOnAfterTroubleAtAnyStatement() throws Exception {
    Fact fact = FactBuilder.event(account).register();
    fact.change("INSERT INTO %s VALUES (1, 0, '2026-01-01', 'first')");
    int statements = statementsOfARun(fact);

    for (Trouble.Kind kind : Trouble.Kind.values()) {
      for (int statement : chosen(statements, kind)) {
        rows += 2;
        fact.change(
            "INSERT INTO %s VALUES (1, "
                + rows
                + ", '2026-01-01', 'a'), (2, "
                + (rows + 1)
                + ", '2026-01-01', 'b')");
        strike(fact, new Trouble(kind, statement));
      }
    }

    new Guarantees(fact).holdOfEvents();
  }

  /** The run in trouble, then a quiet one, which must finish what it left. */
  private void strike(Fact fact, Trouble trouble) throws Exception {
    Connection session = account.connect();
    account.observe(trouble);
    try {
      fact.export(session);
      session.close();
    } catch (SQLException e) {
      assertThat(trouble.happened()).as("%s: %s", trouble, e.getMessage()).isTrue();
    } finally {
      account.observe(StatementObserver.NONE);
    }
    assertThat(fact.standingHalts()).as("%s halts nothing", trouble).isEmpty();
    fact.export();
    new Guarantees(fact).agreeInsideAndOutside(trouble.toString());
  }

  private static int[] chosen(int statements, Trouble.Kind kind) {
    return Boolean.getBoolean("freshet.sweep.all")
        ? IntStream.rangeClosed(1, statements).toArray()
        : new Random(SEED + kind.ordinal()).ints(1, 1, statements + 1).toArray();
  }

  private int statementsOfARun(Fact fact) throws Exception {
    Statements counting = Statements.counting();
    account.observe(counting);
    fact.export();
    account.observe(StatementObserver.NONE);
    return counting.count();
  }
}
