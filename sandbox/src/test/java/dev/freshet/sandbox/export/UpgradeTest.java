package dev.freshet.sandbox.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.freshet.sandbox.snowflake.engine.StatementObserver;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Newer procedures take over from older ones, whatever those are doing. */
class UpgradeTest {
  @TempDir static Path directory;
  private static ExportAccount account;

  @BeforeAll
  static void start() throws Exception {
    account = new ExportAccount(directory);
  }

  @AfterAll
  static void stop() throws Exception {
    account.close();
  }

  @AfterEach
  void observeNoMore() {
    account.observe(StatementObserver.NONE);
  }

  @Test
  void anExportAtWorkIsOvertakenAndLosesNothing() throws Exception {
    Fact fact = FactBuilder.state(account).register();
    fact.change("INSERT INTO %s VALUES (0, 'a', 1)");
    Statements counting = Statements.counting();
    account.observe(counting);
    fact.export();
    int all = counting.count();
    for (int place : List.of(all / 5, all / 2, all * 9 / 10)) {
      older(fact);
      fact.change("INSERT INTO %s VALUES (" + place + ", 'a', 1)");
      Interjection deployment = new Interjection(place, UpgradeTest::deploy);
      try (Connection atWork = account.connect()) {
        account.observe(deployment);
        assertThat(fact.export(atWork).path("outcome").asText()).isIn("left", "published");
      }
      account.observe(StatementObserver.NONE);
      assertThat(deployment.isDone()).isTrue();

      assertThat(fact.head("PROTOCOL_VERSION")).isEqualTo("1");
      assertThat(fact.taskState()).isEqualTo("started");
      assertThat(definition(fact)).contains("FRESHET.APP_V1.EXPORT_CHANGES");
      fact.export();
    }
    assertThat(fact.folded()).hasSize(4);
    new Guarantees(fact).hold();
  }

  @Test
  void aDeploymentThatDiedIsFinishedByDeployingAgain() throws Exception {
    Fact ran = FactBuilder.state(account).register();
    Fact stood = FactBuilder.state(account).register();
    Fact grouped = FactBuilder.state(account).with("exportGroup", "upgraded").register();
    for (int statement : List.of(9, 14, 22)) {
      for (Fact fact : List.of(ran, stood, grouped)) {
        older(fact);
      }
      account.execute("ALTER TASK " + stood.schema() + ".EXPORT SUSPEND");

      account.inDoomedSession(
          statement,
          session -> {
            account.deploy(session, Map.of());
            return "";
          });
      deploy();

      assertThat(ran.taskState()).isEqualTo("started");
      assertThat(stood.taskState()).as("suspended by hand before").isEqualTo("suspended");
      assertThat(
              account.named(
                  "SHOW TASKS LIKE 'EXPORT_GROUP_UPGRADED' IN SCHEMA FRESHET.APP", "state"))
          .isEqualTo("started");
      for (Fact fact : List.of(ran, stood, grouped)) {
        assertThat(fact.head("PROTOCOL_VERSION")).isEqualTo("1");
        assertThat(last(fact)).isEqualTo("finished");
      }
    }
  }

  @Test
  void aGroupWhoseFirstMemberIsPausedGoesOnAfterAnUpgrade() throws Exception {
    Fact paused = FactBuilder.state(account).with("exportGroup", "partly").register();
    Fact runs = FactBuilder.state(account).with("exportGroup", "partly").register();
    account.call("PAUSE_CONTRACT", paused.name(), "{\"reason\": \"for now\"}");
    for (Fact fact : List.of(paused, runs)) {
      account.execute("UPDATE " + fact.schema() + ".HEAD SET PROTOCOL_VERSION = 0");
    }

    deploy();

    assertThat(
            account.named("SHOW TASKS LIKE 'EXPORT_GROUP_PARTLY' IN SCHEMA FRESHET.APP", "state"))
        .isEqualTo("started");
  }

  @Test
  void settingsReachTasksThatAreThereAndTheIntegrationIsToldOfAHalt() throws Exception {
    Fact fact = FactBuilder.state(account).register();
    account.execute(
        "CREATE NOTIFICATION INTEGRATION ONCALL ENABLED = TRUE TYPE = QUEUE DIRECTION = OUTBOUND"
            + " NOTIFICATION_PROVIDER = AWS_SNS"
            + " AWS_SNS_TOPIC_ARN = 'arn:aws:sns:eu-west-1:000000000000:oncall'"
            + " AWS_SNS_ROLE_ARN = 'arn:aws:iam::000000000000:role/tells'");

    deploy(Map.of("task_latency_seconds", "7200", "task_error_integration", "ONCALL"));

    assertThat(account.named("SHOW TASKS IN SCHEMA " + fact.schema(), "schedule"))
        .isEqualTo("60 MINUTES");
    assertThat(fact.taskState()).isEqualTo("started");

    fact.change("INSERT INTO %s VALUES (NULL, 'no key', 1)");
    account.execute("EXECUTE TASK " + fact.schema() + ".EXPORT");
    Instant end = Instant.now().plusSeconds(60);
    while (account.told().isEmpty()) {
      assertThat(Instant.now()).isBefore(end);
      TimeUnit.MILLISECONDS.sleep(20);
    }
    assertThat(account.told().get(0).integration()).isEqualTo("ONCALL");
    assertThat(account.told().get(0).message())
        .contains("USER_TASK_FAILED", "missingKey", fact.id().toString());
    assertThat(fact.taskState()).isEqualTo("suspended");
    assertThat(
            TaskShapeTest.describe(account, fact)
                .path("task_detail")
                .path("last_failure")
                .path("message")
                .asText())
        .contains("missingKey");
  }

  @Test
  void olderProceduresRefuseWhatNewerOnesWrote() throws Exception {
    FactBuilder builder = FactBuilder.state(account);
    Fact fact = builder.register();
    account.execute("UPDATE " + fact.schema() + ".HEAD SET PROTOCOL_VERSION = 2");

    refused(fact::export);
    refused(() -> fact.resume("why not"));
    refused(() -> PauseTest.pause(fact, "why not"));
    refused(() -> account.procedures().rollBack(fact.id(), "why not"));
    refused(() -> account.procedures().retire(fact.id(), "why not"));
    refused(() -> account.stageText(builder.version("1.0.1").text()));
    refused(UpgradeTest::deploy);
    assertThat(fact.head("PROTOCOL_VERSION")).isEqualTo("2");
    account.execute("UPDATE " + fact.schema() + ".HEAD SET PROTOCOL_VERSION = 1");
  }

  private static void refused(ThrowingCallable call) {
    assertThatThrownBy(call).hasMessageContaining("protocol 2, these speak 1");
  }

  private static void deploy() {
    deploy(Map.of());
  }

  /** In a session of its own, which ends with the owner's role. */
  private static void deploy(Map<String, String> settings) {
    try (Connection session = account.connect()) {
      account.deploy(session, settings);
    } catch (SQLException e) {
      throw new IllegalStateException("the session for the deployment failed", e);
    }
  }

  /** As if procedures of an older protocol had been at work until now. */
  private static void older(Fact fact) throws SQLException {
    String task = fact.schema() + ".EXPORT";
    boolean runs = fact.taskState().equals("started");
    account.execute(
        "UPDATE " + fact.schema() + ".HEAD SET PROTOCOL_VERSION = 0",
        "ALTER TASK " + task + " SUSPEND",
        "ALTER TASK "
            + task
            + " MODIFY AS CALL FRESHET.APP_V0.EXPORT_CHANGES('"
            + fact.id()
            + "')");
    if (runs) {
      account.execute("ALTER TASK " + task + " RESUME");
    }
  }

  private static String definition(Fact fact) throws SQLException {
    return account.named("SHOW TASKS IN SCHEMA " + fact.schema(), "definition");
  }

  private static String last(Fact fact) throws SQLException {
    return account.one(
        "SELECT STEP FROM FRESHET.APP.UPGRADES WHERE CONTRACT = '"
            + fact.id()
            + "' ORDER BY ACTED_AT DESC LIMIT 1");
  }
}
