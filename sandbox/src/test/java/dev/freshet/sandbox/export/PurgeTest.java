package dev.freshet.sandbox.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.freshet.cli.deploy.Deployment;
import dev.freshet.contract.stage.StageLayout;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.StatementObserver;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What receipts prove published goes when it is old enough, and nothing that anybody needs. */
@ExtendWith(SharedAccount.class)
class PurgeTest {
  private static final String NOW = ", \"days\": 0";

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
  void onlyWhatAllLanesHavePublishedGoes() throws Exception {
    Fact fact = FactBuilder.state(account).with("lanes", "2").register();
    PublishingBridge bridge = new PublishingBridge(account.stage());
    for (int i = 1; i <= 3; i++) {
      fact.change("INSERT INTO %s VALUES (" + i + ", 'a', 1)");
      fact.export();
    }
    bridge.publish(fact.manifests().get(0));
    bridge.publish(fact.manifests().get(1), 0);

    JsonNode dry = Purger.purge(fact, NOW + ", \"dry_run\": true");
    assertThat(data(fact, 1)).isNotEmpty();
    JsonNode purge = Purger.purge(fact, NOW);

    assertThat(Purger.folders(dry)).isEqualTo(Purger.folders(purge));
    assertThat(Purger.folders(purge)).contains(StageLayout.changeSetFolder(fact.id(), 1));
    assertThat(purge.get("objects").asInt()).isPositive();
    assertThat(data(fact, 1)).isEmpty();
    assertThat(data(fact, 2)).isNotEmpty();
    assertThat(data(fact, 3)).isNotEmpty();
    assertThat(Purger.kept(purge))
        .anyMatch(why -> why.startsWith("data: 1 change sets from 2 on") && why.contains("in part"))
        .anyMatch(why -> why.startsWith("data: 1 change sets from 3 on"));
    assertThat(fact.manifests()).hasSize(3);
    assertThat(Purger.folders(Purger.purge(fact, NOW))).isEmpty();
  }

  @Test
  void theDataClassSaysHowLongDataIsKept() throws Exception {
    Fact kept = exported(FactBuilder.state(account));
    Fact brief = exported(FactBuilder.state(account).with("dataClass", "brief"));
    account.execute(
        "INSERT INTO FRESHET.APP.RETENTION (DATA_CLASS, KEPT, DAYS, REASON)"
            + " VALUES ('brief', 'data', 100, 'first'), ('brief', 'data', 0, 'on second thoughts')");

    Purger.purge(kept, "");
    Purger.purge(brief, "");

    assertThat(data(kept, 1)).isNotEmpty();
    assertThat(data(brief, 1)).isEmpty();
  }

  @Test
  void anAttemptThatNoManifestNamesGoesAndTheOneAnnouncedStays() throws Exception {
    Fact fact = FactBuilder.state(account).register();
    fact.change("INSERT INTO %s VALUES (1, 'a', 1)");
    account.observe(dyingBefore("ANNOUNCED = 1"));
    Connection doomed = account.connect(); // a killed session cannot even be closed
    assertThatThrownBy(() -> fact.export(doomed)).isInstanceOf(SQLException.class);
    account.observe(StatementObserver.NONE);
    fact.export();
    assertThat(data(fact, 1)).hasSize(2);

    assertThat(Purger.folders(Purger.purge(fact, ""))).as("a week is not over").isEmpty();
    Purger.purge(fact, NOW);

    assertThat(data(fact, 1)).containsExactly(fact.last().parts().get(0).key());
  }

  private StatementObserver dyingBefore(String part) {
    return new StatementObserver() {
      @Override
      public void before(Session session, boolean insideProcedure, String sql) {
        if (insideProcedure && sql.contains(part)) {
          account.kill(session.id());
        }
      }
    };
  }

  @Test
  void aRehearsalKeepsItsRowsUntilItIsOver() throws Exception {
    Fact fact = FactBuilder.state(account).unregistered();
    fact.change("INSERT INTO %s VALUES (1, 'a', 1)");
    account.stageText(fact.contractText());
    account.one(
        "CALL FRESHET.APP_V1.PROMOTE_CONTRACT('"
            + fact.id()
            + "', '1.0.0', '{\"reason\": \"test\"}')");
    String folder = StageLayout.DATA + fact.id() + "/rehearsal-";

    JsonNode open = Purger.purge(fact, NOW);
    assertThat(account.stage().keys(folder)).hasSize(1);
    new RehearsingBridge(account.stage()).answer(fact.id());
    Purger.purge(fact, NOW);

    assertThat(Purger.kept(open)).anyMatch(why -> why.matches("rehearsal: rehearsal .* is open"));
    assertThat(account.stage().keys(folder)).isEmpty();
  }

  @Test
  void aReplayOfAKindNotKnownKeepsEverything() throws Exception {
    Fact fact = exported(FactBuilder.state(account));
    account.stage().write("replays/" + fact.id() + "/by-hand.0.json", "{\"target\": \"beside\"}");

    JsonNode purge = Purger.purge(fact, NOW);

    assertThat(Purger.kept(purge)).contains("data: replay by-hand is open and may need any part");
    assertThat(data(fact, 1)).isNotEmpty();
  }

  @Test
  void aCopyOfAContractPurgesNothingOfTheOriginal() throws Exception {
    Fact fact = exported(FactBuilder.state(account));
    account.execute("UPDATE " + fact.schema() + ".HEAD SET ACCOUNT = 'WHERE_IT_WAS_MADE'");

    JsonNode purge = Purger.purge(fact, NOW);

    assertThat(Purger.kept(purge)).singleElement().asString().contains("the original's");
    assertThat(data(fact, 1)).isNotEmpty();
  }

  @Test
  void closedRejectionsGoAndOpenOnesStay() throws Exception {
    Fact fact =
        FactBuilder.state(account)
            .with("onViolation", "{doesNotFit: reject}")
            .with("maxRejectedShare", "1")
            .register();
    fact.change("INSERT INTO %s VALUES (1, 'much too long', 1), (2, 'far too long', 1)");
    fact.export();
    fact.change("UPDATE %s SET A = 'short' WHERE K = 1");
    fact.release("{\"reason\": \"the loader is repaired\"}");

    JsonNode purge = Purger.purge(fact, NOW);

    assertThat(purge.get("rows").get("rejections").asInt()).isEqualTo(1);
    assertThat(
            account.rows(
                "SELECT KEY_TEXT FROM FRESHET.APP.REJECTIONS WHERE CONTRACT = '" + fact.id() + "'"))
        .containsExactly(List.of("2"));
    assertThat(
            account.rows(
                "SELECT KEY_TEXT FROM FRESHET.APP.OPEN_REJECTIONS WHERE CONTRACT = '"
                    + fact.id()
                    + "'"))
        .containsExactly(List.of("2"));
  }

  @Test
  void aPurgeIsWrittenDownBeforeAndAfter() throws Exception {
    Fact fact = exported(FactBuilder.state(account));

    Purger.purge(fact, NOW);

    String ofFact = " WHERE CONTRACT = '" + fact.id() + "'";
    assertThat(
            account.rows(
                "SELECT STATE, ACTOR FROM FRESHET.APP.PURGES"
                    + ofFact
                    + " AND WHAT = 'data' ORDER BY PURGED_AT"))
        .containsExactly(List.of("planned", "TEST"), List.of("removed", "TEST"));
    assertThat(
            account.one(
                "SELECT DETAIL FROM FRESHET.APP.AUDIT_LOG"
                    + ofFact
                    + " AND ACTION = 'purge' ORDER BY ACTED_AT LIMIT 1"))
        .matches("test; purge .* removes \\d+ folders");
  }

  @Test
  void aPurgeThatDiedIsFinishedByTheNext() throws Exception {
    Fact fact = exported(FactBuilder.state(account));
    account.observe(dyingBefore("REMOVE"));
    assertThatThrownBy(() -> Purger.purge(fact, NOW)).isInstanceOf(SQLException.class);
    account.observe(StatementObserver.NONE);
    assertThat(data(fact, 1)).isNotEmpty();

    Purger.purge(fact, NOW);

    assertThat(data(fact, 1)).isEmpty();
    assertThat(
            account.one(
                "SELECT COUNT(*) FROM FRESHET.APP.PURGES WHERE CONTRACT = '"
                    + fact.id()
                    + "' AND WHAT = 'data' AND STATE = 'planned'"))
        .isEqualTo("2");
  }

  @Test
  void theTaskOfThePurgerRunsAsThePurger() throws Exception {
    Fact fact = exported(FactBuilder.state(account).with("dataClass", "brief_too"));
    account.execute(
        "INSERT INTO FRESHET.APP.RETENTION (DATA_CLASS, KEPT, DAYS, REASON)"
            + " VALUES ('brief_too', 'data', 0, 'test')");
    account.one("CALL FRESHET.APP_V1.COLLECT_RECEIPTS()");
    try (Purger purger = Purger.of(account)) {
      Deployment.of(
              List.of(ExportAccount.HOME.resolve("sql/purge")),
              ExportAccount.HOME.resolve("snowpark-procs/target/freshet-snowpark-procs.jar"),
              Map.of())
          .run(purger.session(), statement -> {});
      purger.execute("EXECUTE TASK FRESHET.APP.PURGE_DAILY");
    }

    String ended =
        "SELECT STATE FROM TABLE(FRESHET.INFORMATION_SCHEMA.TASK_HISTORY(TASK_NAME =>"
            + " 'PURGE_DAILY')) WHERE STATE NOT IN ('SCHEDULED', 'EXECUTING')";
    long deadline = System.nanoTime() + Duration.ofMinutes(1).toNanos();
    while (account.rows(ended).isEmpty() && System.nanoTime() < deadline) {
      Thread.sleep(50);
    }
    assertThat(account.rows(ended)).containsExactly(List.of("SUCCEEDED"));
    assertThat(data(fact, 1)).isEmpty();
  }

  @Test
  void thePurgerCanRemoveNothingButData() throws Exception {
    try (Purger purger = Purger.of(account)) {
      assertThatThrownBy(() -> purger.execute("REMOVE @FRESHET.APP.STAGE/manifests/"))
          .hasMessageContaining("not authorized");
      assertThatThrownBy(() -> purger.execute("DELETE FROM FRESHET.APP.RECEIPTS"))
          .hasMessageContaining("not authorized");
      assertThatThrownBy(() -> purger.call("{}")).hasMessageContaining("the reason is missing");
      assertThatThrownBy(() -> purger.call("{\"reason\": \"x\", \"days\": 0}"))
          .hasMessageContaining("days needs a contract");
    }
  }

  private Fact exported(FactBuilder builder) throws Exception {
    Fact fact = builder.register();
    fact.change("INSERT INTO %s VALUES (1, 'a', 1)");
    fact.export();
    new PublishingBridge(account.stage()).publish(fact);
    return fact;
  }

  private List<String> data(Fact fact, long sequence) {
    return account.stage().keys(StageLayout.changeSetFolder(fact.id(), sequence));
  }
}
