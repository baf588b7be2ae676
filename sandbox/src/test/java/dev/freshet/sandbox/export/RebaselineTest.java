package dev.freshet.sandbox.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.freshet.contract.manifest.Manifest;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.StatementObserver;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A contract whose stream has lost changes publishes exactly what differs from what it published
 * last, and goes on. The account has a clock of its own, so that weeks may pass in it.
 */
class RebaselineTest {
  private static final LeapingClock CLOCK = new LeapingClock();
  private static final String REASON = "{\"reason\": \"the loader is repaired\"}";
  private static final String SAME =
      "CREATE OR REPLACE TABLE %s (K NUMBER(38,0), A VARCHAR(20), B NUMBER(14,4))";

  @TempDir private static Path directory;
  private static ExportAccount account;

  @BeforeAll
  static void start() throws Exception {
    account = new ExportAccount(directory, CLOCK);
  }

  @AfterAll
  static void stop() throws Exception {
    account.close();
  }

  @Test
  void ofAReplacedTableOnlyTheDifferenceIsPublished() throws Exception {
    Fact fact = published("(1, 'same', 1), (2, 'b', 2), (3, 'goes', 3), (4, 'goes', 4)");
    fact.change(SAME, "INSERT INTO %s VALUES (1, 'same', 1), (2, 'B', 2), (5, 'new', 5)");
    assertThatThrownBy(fact::export).hasMessageContaining("is halted (sourceReplaced)");

    JsonNode answer = fact.rebaselined(REASON);

    assertThat(answer.path("halted_for").asText()).isEqualTo("sourceReplaced");
    assertThat(fact.last().kind()).isEqualTo(Manifest.Kind.REBASELINE);
    assertThat(rebaselined(fact))
        .containsExactly("D 3 - -", "D 4 - -", "U 2 B 2.00", "U 5 new 5.00");
    assertThat(fact.standingHalts()).isEmpty();
    assertThat(resumedBy(fact)).contains(answer.path("request").asText());
    new Guarantees(fact).hold();
  }

  @Test
  void afterwardsChangesAreFactsAgainAndAReloadIsNone() throws Exception {
    Fact fact = published("(1, 'a', 1), (2, 'b', 2), (3, 'c', 3)");
    fact.change(SAME, "INSERT INTO %s VALUES (1, 'a', 1), (2, 'b', 2), (3, 'c', 3)");
    assertThatThrownBy(fact::export).hasMessageContaining("sourceReplaced");
    fact.rebaselined(REASON);
    assertThat(fact.manifests()).as("nothing differed").hasSize(1);

    fact.change("TRUNCATE TABLE %s", "INSERT INTO %s VALUES (1, 'a', 1), (2, 'b', 2), (3, 'c', 3)");
    fact.export();
    assertThat(fact.manifests()).hasSize(1);

    fact.change("UPDATE %s SET A = 'x' WHERE K = 1", "DELETE FROM %s WHERE K = 2");
    fact.export();
    assertThat(fact.published()).containsExactly("D 2 - -", "U 1 x 1.00");
    fact.change("TRUNCATE TABLE %s");
    fact.export();
    assertThat(fact.folded()).isEmpty();
    new Guarantees(fact).hold();
  }

  @Test
  void ofAStreamThatWentStaleWhatHappenedMeanwhileIsPublished() throws Exception {
    Fact fact = published("(1, 'a', 1), (2, 'b', 2), (3, 'c', 3)");
    fact.change("UPDATE %s SET A = 'lost' WHERE K = 1");
    CLOCK.leap(Duration.ofDays(91));
    fact.change("DELETE FROM %s WHERE K = 2", "INSERT INTO %s VALUES (4, 'd', 4)");
    assertThatThrownBy(fact::export).hasMessageContaining("is halted (streamStale)");

    fact.rebaselined(REASON);

    assertThat(rebaselined(fact)).containsExactly("D 2 - -", "U 1 lost 1.00", "U 4 d 4.00");
    new Guarantees(fact).hold();
    fact.change("UPDATE %s SET A = 'next'");
    fact.export();
    new Guarantees(fact).hold();
  }

  @Test
  void noChangeIsTakenBeforeTheLastRangeAndNoneIsLost() throws Exception {
    Fact fact = published("(1, 'a', 1), (2, 'b', 2), (3, 'c', 3)");
    account.execute("DROP STREAM " + fact.schema() + ".SOURCE_STREAM");
    fact.change("UPDATE %s SET A = 'lost' WHERE K < 3");
    assertThatThrownBy(fact::export).hasMessageContaining("is halted (streamGone)");
    dyingBefore("INSERT INTO " + fact.schema() + ".REQUEST_STEPS", fact);
    JsonNode answer = fact.rebaseline(REASON);
    assertThat(fact.rebaseline(REASON).path("request")).isEqualTo(answer.path("request"));

    fact.change("INSERT INTO %s VALUES (9, 'between', 9)", "UPDATE %s SET A = 'again' WHERE K = 1");
    do {
      fact.export();
    } while (!fact.requestState(answer).equals("done"));
    fact.export();

    new Guarantees(fact).hold();
    assertThat(fact.folded()).containsKey("9");
  }

  @Test
  void aStreamThatIsFineIsKept() throws Exception {
    Fact fact = published("(1, 'a', 1)");
    fact.change("INSERT INTO %s VALUES (2, 'b', 2)");

    JsonNode answer = fact.rebaselined(REASON);
    fact.export();

    assertThat(
            account.rows("SELECT DETAIL FROM " + fact.schema() + ".REQUEST_STEPS WHERE STEP = 1"))
        .containsExactly(List.of("the stream is kept"));
    assertThat(answer.has("halted_for")).isFalse();
    assertThat(fact.manifests()).as("the change came as a change").hasSize(2);
    new Guarantees(fact).hold();
  }

  @Test
  void keysThatWereCompactedAfterARebaselineStillTellWhatIsPublished() throws Exception {
    Fact fact = published("(1, 'a', 1), (2, 'b', 2), (3, 'c', 3)");
    fact.change(SAME, "INSERT INTO %s VALUES (1, 'a', 1), (2, 'B', 2)");
    assertThatThrownBy(fact::export).hasMessageContaining("sourceReplaced");
    fact.rebaselined(REASON);
    String old =
        IntStream.range(0, 1100)
            .mapToObj(i -> "('1', 'old', 'old', 'U', 1, 0)")
            .collect(Collectors.joining(", "));
    account.execute(
        "INSERT INTO " + fact.schema() + ".KEYS VALUES " + old,
        "UPDATE " + fact.schema() + ".HEAD SET ATTEMPT = 99");
    fact.export();
    assertThat(account.rows("SELECT KEY_TEXT, OP FROM " + fact.schema() + ".KEYS ORDER BY 1"))
        .containsExactly(List.of("1", "U"), List.of("2", "U"));

    fact.change("DELETE FROM %s WHERE K = 2", "INSERT INTO %s VALUES (3, 'back', 3)");
    fact.export();

    assertThat(fact.published()).containsExactly("D 2 - -", "U 3 back 3.00");
    new Guarantees(fact).hold();
  }

  @Test
  void ofAViewThatWasReplacedOnlyTheDifferenceIsPublished() throws Exception {
    Fact fact = FactBuilder.state(account).unregistered();
    String view = "CREATE OR REPLACE VIEW %s CHANGE_TRACKING = TRUE AS SELECT K, A, B FROM %s_BASE";
    fact.change("ALTER TABLE %s RENAME TO %s_BASE", view);
    account.registerText(fact.contractText());
    fact.change("INSERT INTO %s_BASE VALUES (1, 'a', 1), (2, 'b', -2)");
    fact.export();
    fact.change(view + " WHERE B > 0", "INSERT INTO %s_BASE VALUES (3, 'c', 3)");
    assertThatThrownBy(fact::export).hasMessageContaining("sourceReplaced");

    fact.rebaselined(REASON);

    assertThat(rebaselined(fact)).containsExactly("D 2 - -", "U 3 c 3.00");
    fact.change("UPDATE %s_BASE SET B = 5", "DELETE FROM %s_BASE WHERE K = 1");
    fact.export();
    new Guarantees(fact).hold();
  }

  @Test
  void lostEventsAreAGapOrComeAgain() throws Exception {
    Fact fact = event();
    fact.change("INSERT INTO %s VALUES (1, 10, '2026-01-01')");
    fact.export();
    fact.change("INSERT INTO %s VALUES (1, 11, '2026-01-02'), (2, 20, '2026-01-02')");
    account.execute("DROP STREAM " + fact.schema() + ".SOURCE_STREAM");
    assertThatThrownBy(fact::export).hasMessageContaining("streamGone");
    assertThatThrownBy(() -> fact.rebaseline(REASON)).hasMessageContaining("\"gap\" or");

    fact.rebaselined("{\"reason\": \"x\", \"events\": \"gap\"}");

    assertThat(fact.last().kind()).isEqualTo(Manifest.Kind.REBASELINE);
    assertThat(fact.last().publishedRows()).isZero();
    fact.rebaselined(
        "{\"reason\": \"they are wanted\", \"events\": \"backfill\", \"where\": \"ID > 10\"}");
    assertThat(rebaselined(fact)).containsExactly("U 1 11 20455", "U 2 20 20455");
    fact.change("INSERT INTO %s VALUES (3, 30, '2026-01-03')");
    fact.export();
    assertThat(fact.published()).containsExactly("U 3 30 20456");
  }

  @Test
  void whatTheSourcesOwnerMustDoFirstIsSaid() throws Exception {
    Fact fact = published("(1, 'a', 1)");
    fact.change("DROP TABLE %s");
    assertThatThrownBy(fact::export).hasMessageContaining("sourceGone");

    assertThatThrownBy(() -> fact.rebaseline(REASON))
        .hasMessageContaining("neither a table nor a view")
        .hasMessageContaining("the testers");
    assertThatThrownBy(() -> fact.rebaseline("{}")).hasMessageContaining("the reason is missing");
    assertThatThrownBy(() -> fact.rebaseline("{\"reason\": \"x\", \"events\": \"gap\"}"))
        .hasMessageContaining("is for event contracts");
    assertThat(fact.standingHalts()).containsExactly("sourceGone");
  }

  private static Fact published(String values) throws Exception {
    Fact fact = FactBuilder.state(account).register();
    fact.change("INSERT INTO %s VALUES " + values);
    fact.export();
    return fact;
  }

  /** A call of REBASELINE whose session dies before a statement that begins so. */
  private static void dyingBefore(String statement, Fact fact) throws Exception {
    Connection doomed = account.connect();
    account.observe(
        new StatementObserver() {
          @Override
          public void before(Session session, boolean insideProcedure, String sql) {
            if (insideProcedure && sql.startsWith(statement)) {
              account.kill(session.id());
            }
          }
        });
    try {
      assertThatThrownBy(() -> call(doomed, fact)).isInstanceOf(SQLException.class);
    } finally {
      account.observe(StatementObserver.NONE);
    }
  }

  private static Fact event() throws Exception {
    return new FactBuilder(account)
        .key("k", "NUMBER(9,0)", "NUMBER(9,0)")
        .field("id", "NUMBER(9,0)", "NUMBER(9,0)", "required: true")
        .field("day", "DATE", "DATE")
        .with("kind", "event")
        .with("eventTime", "day")
        .with("identity", "[id]")
        .register();
  }

  private static void call(Connection session, Fact fact) throws SQLException {
    try (Statement statement = session.createStatement()) {
      statement.execute("CALL FRESHET.APP_V1.REBASELINE('" + fact.id() + "', '" + REASON + "')");
    }
  }

  private static List<String> rebaselined(Fact fact) throws Exception {
    return fact.publishedAs(Manifest.Kind.REBASELINE);
  }

  private static String resumedBy(Fact fact) throws Exception {
    return account.one(
        "SELECT REASON FROM FRESHET.APP.RESUMES WHERE CONTRACT = '" + fact.id() + "'");
  }
}
