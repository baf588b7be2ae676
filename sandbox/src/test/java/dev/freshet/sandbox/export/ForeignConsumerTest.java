package dev.freshet.sandbox.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freshet.sandbox.snowflake.engine.StatementObserver;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Somebody else reads the stream away between any two statements of a run: either the run had the
 * changes already, or the contract halts; none is lost in silence. A few statements by default, all
 * with {@code -Pseeds}.
 */
@Tag("seeds")
@ExtendWith(SharedAccount.class)
class ForeignConsumerTest {
  private static final long SEED = 20_260_103;

  @Test
  void whatIsReadAwayJustBeforeTheTransactionHaltsTheContract(ExportAccount account)
      throws Exception {
    Fact fact = waiting(account);

    exportBeside(fact, thief -> new Beside("BEGIN", () -> steal(thief, fact)));

    assertThat(fact.standingHalts()).containsExactly("foreignConsumer");
    assertThat(fact.manifests()).hasSize(1);
  }

  @Test
  void whatSomebodyElseReadsAwayIsNotLostInSilence(ExportAccount account) throws Exception {
    int statements = statementsOfARun(account);
    for (int statement : chosen(statements)) {
      Fact fact = waiting(account);

      exportBeside(fact, thief -> new Interjection(statement, () -> steal(thief, fact)));

      if (fact.standingHalts().isEmpty()) {
        new Guarantees(fact).hold();
      } else {
        assertThat(fact.standingHalts()).containsExactly("foreignConsumer");
        assertThat(fact.manifests()).as("before statement %d", statement).hasSizeBetween(1, 2);
      }
    }
  }

  /** One row is published, another waits in the stream. */
  private static Fact waiting(ExportAccount account) throws Exception {
    Fact fact = FactBuilder.state(account).register();
    fact.change("INSERT INTO %s VALUES (1, 'first', 1)");
    fact.export();
    fact.change("INSERT INTO %s VALUES (2, 'second', 1)");
    return fact;
  }

  private static void exportBeside(Fact fact, Function<Connection, StatementObserver> beside)
      throws Exception {
    ExportAccount account = fact.account();
    try (Connection thief = account.connect()) {
      account.observe(beside.apply(thief));
      quietly(fact);
      account.observe(StatementObserver.NONE);
      quietly(fact); // the halt may come with the next run
    } finally {
      account.observe(StatementObserver.NONE);
    }
  }

  private static void quietly(Fact fact) throws Exception {
    try {
      fact.export();
    } catch (SQLException e) {
      assertThat(e.getMessage()).contains("foreignConsumer");
    }
  }

  private static void steal(Connection thief, Fact fact) {
    try (Statement statement = thief.createStatement()) {
      statement.execute("CREATE TABLE IF NOT EXISTS SHOP.CORE.STOLEN (K NUMBER(38,0))");
      statement.execute(
          "INSERT INTO SHOP.CORE.STOLEN SELECT K FROM " + fact.schema() + ".SOURCE_STREAM");
    } catch (SQLException e) {
      throw new IllegalStateException("the thief failed", e);
    }
  }

  private static int statementsOfARun(ExportAccount account) throws Exception {
    Fact fact = FactBuilder.state(account).register();
    fact.change("INSERT INTO %s VALUES (1, 'first', 1)");
    Statements counting = Statements.counting();
    account.observe(counting);
    fact.export();
    account.observe(StatementObserver.NONE);
    return counting.count();
  }

  private static List<Integer> chosen(int statements) {
    IntStream some =
        Boolean.getBoolean("freshet.sweep.all")
            ? IntStream.rangeClosed(1, statements)
            : new Random(SEED).ints(1, 1, statements + 1);
    return some.boxed().toList();
  }
}
