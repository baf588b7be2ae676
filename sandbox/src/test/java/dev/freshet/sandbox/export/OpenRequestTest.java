package dev.freshet.sandbox.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.freshet.contract.manifest.Manifest;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.StatementObserver;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** What befalls a contract while a request is open neither loses a fact nor leaves it asleep. */
@ExtendWith(SharedAccount.class)
@Timeout(120)
class OpenRequestTest {
  private static final String REASON = "{\"reason\": \"the loader is repaired\"}";
  private static final String SAME =
      "CREATE OR REPLACE TABLE %s (K NUMBER(38,0), A VARCHAR(20), B NUMBER(14,4))";

  @Test
  void aContractIsNotRetiredWhileARebaselineHoldsItsChangesBack(ExportAccount account)
      throws Exception {
    Fact fact = published(FactBuilder.state(account), "(1, 'a', 1)");
    fact.change(
        SAME,
        "INSERT INTO %s VALUES (1, 'A', 1), (2, 'b', 1), (3, 'c', 1), (4, 'd', 1), (5, 'e', 1)");
    assertThatThrownBy(fact::export).hasMessageContaining("sourceReplaced");
    JsonNode asked = fact.rebaseline(REASON);

    assertThatThrownBy(() -> account.procedures().retire(fact.id(), "replaced"))
        .hasMessageContaining(asked.path("request").asText());
    fact.change("INSERT INTO %s VALUES (6, 'last', 1)");
    fact.serve();
    account.procedures().retire(fact.id(), "replaced");

    assertThat(fact.folded()).hasSize(6);
  }

  @Test
  void aPausedContractThatIsRebaselinedGoesOnWhenItIsResumed(ExportAccount account)
      throws Exception {
    Fact fact = published(FactBuilder.state(account), "(1, 'a', 1)");
    PauseTest.pause(fact, "month end");
    account.execute("DROP STREAM " + fact.schema() + ".SOURCE_STREAM");
    fact.change("INSERT INTO %s VALUES (2, 'b', 2)");
    fact.rebaseline(REASON);

    fact.resume("the books are closed");

    assertThat(fact.streamHasData()).as("its task can ask").isFalse();
    fact.serve();
    new Guarantees(fact).hold();
  }

  @Test
  void aRebaselineThatHaltedIsAskedForAgainOnceItsRowsAreMended(ExportAccount account)
      throws Exception {
    Fact fact = published(FactBuilder.state(account), "(1, 'a', 1)");
    fact.change(SAME, "INSERT INTO %s VALUES (1, 'much too long a text', 1)");
    assertThatThrownBy(fact::export).hasMessageContaining("sourceReplaced");
    fact.rebaseline(REASON);
    assertThatThrownBy(fact::export).hasMessageContaining("doesNotFit");

    fact.change("UPDATE %s SET A = 'short' WHERE K = 1");
    assertThatThrownBy(() -> fact.resume("the row is mended")).hasMessageContaining("streamGone");
    fact.rebaseline(REASON);

    fact.serve();
    fact.export();
    new Guarantees(fact).hold();
    assertThat(fact.folded().get("1")).contains("short");
  }

  @Test
  void aRowSetAsideBesideAnotherDoesNotTakeItsFactAwayAfterARebaseline(ExportAccount account)
      throws Exception {
    Fact fact =
        published(
            FactBuilder.state(account).with("onViolation", "{duplicateKey: reject}"),
            "(1, 'a', 1)");
    fact.change("INSERT INTO %s VALUES (1, 'second', 2)");
    fact.export();
    fact.rebaselined(REASON);

    fact.change("DELETE FROM %s WHERE A = 'second'");
    fact.export();

    assertThat(fact.folded()).containsKey("1");
    fact.change("UPDATE %s SET A = 'b'");
    fact.export();
    new Guarantees(fact).hold();
  }

  @Test
  void anEventThatComesWhileItsStreamsAreMadeAnewIsReleasedOnceItIsRepaired(ExportAccount account)
      throws Exception {
    Fact fact =
        FactBuilder.event(account)
            .with("rewrites", "accept")
            .with("onViolation", "{doesNotFit: reject}")
            .register();
    fact.change("INSERT INTO %s VALUES (1, 10, '2026-01-01', 'a')");
    fact.export();
    account.execute("DROP STREAM " + fact.schema() + ".SOURCE_STREAM");
    assertThatThrownBy(fact::export).hasMessageContaining("streamGone");
    AtomicBoolean done = new AtomicBoolean();
    AtomicBoolean first = new AtomicBoolean();
    account.observe(
        new StatementObserver() {
          @Override
          public void before(Session session, boolean insideProcedure, String sql) {
            if (insideProcedure
                && sql.startsWith("CREATE OR REPLACE STREAM")
                && first.getAndSet(true)
                && !done.getAndSet(true)) {
              insertElsewhere(fact, "(2, 20, '2026-01-02', 'too long')");
            }
          }
        });
    fact.rebaselined("{\"reason\": \"x\", \"events\": \"backfill\", \"where\": \"ID > 10\"}");
    account.observe(StatementObserver.NONE);
    assertThat(done).isTrue();
    fact.change("INSERT INTO %s VALUES (3, 30, '2026-01-02', 'b')");
    fact.export();

    fact.change("UPDATE %s SET T = 'short' WHERE ID = 20");
    fact.export();
    assertThat(fact.release(REASON).path("released").asLong()).isEqualTo(1);
  }

  @Test
  void anEventIsNotReleasedAndThenPublishedByAChunk(ExportAccount account) throws Exception {
    Fact fact =
        FactBuilder.event(account)
            .with("rewrites", "accept")
            .with("onViolation", "{doesNotFit: reject}")
            .unregistered();
    fact.change(
        "INSERT INTO %s VALUES (1, 10, '2026-01-01', 'a'), (2, 20, '2026-01-01', 'b'),"
            + " (3, 30, '2026-01-01', 'c'), (4, 40, '2026-01-01', 'd'), (5, 50, '2026-01-01', 'e'),"
            + " (6, 60, '2026-01-01', 'f')");
    account.registerText(fact.contractText());
    fact.change("INSERT INTO %s VALUES (9, 90, '2026-01-01', 'too long')");
    fact.export();
    fact.change("UPDATE %s SET T = 'short' WHERE ID = 90");
    fact.askSnapshot(REASON);
    fact.export();

    assertThatThrownBy(() -> fact.release(REASON)).hasMessageContaining("is open");

    fact.serve();
    fact.export();
    fact.release(REASON);
    assertThat(fact.publishedAs(Manifest.Kind.SNAPSHOT)).hasSize(7).doesNotHaveDuplicates();
    assertThat(fact.publishedAs(Manifest.Kind.RELEASE)).isEmpty();
  }

  @Test
  void nothingIsAskedOfAContractThatHasEnded(ExportAccount account) throws Exception {
    Fact fact = published(FactBuilder.state(account), "(1, 'a', 1)");
    account.procedures().retire(fact.id(), "replaced");

    assertThatThrownBy(() -> fact.askSnapshot(REASON)).hasMessageContaining("retired");
  }

  @Test
  void registeringAVersionDoesNotHideThatTheStreamWasLost(ExportAccount account) throws Exception {
    FactBuilder builder = FactBuilder.state(account);
    Fact fact = builder.unregistered();
    fact.change(
        "ALTER TABLE %s RENAME TO %s_BASE",
        "CREATE VIEW %s CHANGE_TRACKING = TRUE AS SELECT K, A, B FROM %s_BASE");
    account.registerText(fact.contractText());
    fact.change("INSERT INTO %s_BASE VALUES (1, 'a', 1)");
    fact.export();
    account.execute("DROP STREAM " + fact.schema() + ".SOURCE_STREAM");
    fact.change("INSERT INTO %s_BASE VALUES (2, 'lost', 2)");

    account.registerText(builder.version("1.0.1").text());

    assertThatThrownBy(fact::export).hasMessageContaining("streamGone");
    fact.rebaselined(REASON);
    assertThat(fact.folded()).hasSize(2);
  }

  private static Fact published(FactBuilder builder, String values) throws Exception {
    Fact fact = builder.register();
    fact.change("INSERT INTO %s VALUES " + values);
    fact.export();
    return fact;
  }

  private static void insertElsewhere(Fact fact, String values) {
    try (Connection other = fact.account().connect();
        Statement statement = other.createStatement()) {
      statement.execute("INSERT INTO " + fact.table() + " VALUES " + values);
    } catch (SQLException e) {
      throw new IllegalStateException("the insert failed", e);
    }
  }
}
