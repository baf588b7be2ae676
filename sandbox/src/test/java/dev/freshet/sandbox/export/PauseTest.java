package dev.freshet.sandbox.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.freshet.contract.Json;
import dev.freshet.sandbox.snowflake.engine.StatementObserver;
import java.sql.Connection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A paused contract exports nothing, loses nothing, and goes on where it was. */
@ExtendWith(SharedAccount.class)
class PauseTest {

  @Test
  void changesWaitInTheStreamUntilTheContractIsResumed(ExportAccount account) throws Exception {
    Fact fact = FactBuilder.state(account).register();
    fact.change("INSERT INTO %s VALUES (1, 'a', 1)");

    JsonNode paused = pause(fact, "month end");

    assertThat(paused.path("state").asText()).isEqualTo("paused");
    assertThat(paused.path("stale_after").asText()).startsWith("20");
    assertThat(fact.taskState()).isEqualTo("suspended");
    account.execute("ALTER TASK " + fact.schema() + ".EXPORT RESUME");
    assertThat(fact.export().path("outcome").asText()).isEqualTo("paused");
    assertThat(fact.taskState()).as("resumed by hand").isEqualTo("suspended");
    assertThat(fact.manifests()).isEmpty();
    assertThat(fact.standingHalts()).as("a pause is no halt").isEmpty();
    assertThat(TaskShapeTest.describe(account, fact).path("paused").path("reason").asText())
        .isEqualTo("month end");
    assertThat(
            account.rows(
                "SELECT REASON, HOURS_LEFT > 24 FROM FRESHET.APP.CONTRACT_PAUSES WHERE CONTRACT = '"
                    + fact.id()
                    + "'"))
        .containsExactly(List.of("month end", "TRUE"));

    JsonNode resumed = fact.resume("the books are closed");

    assertThat(resumed.path("outcome").asText()).isEqualTo("resumed");
    assertThat(resumed.path("paused_for").asText()).isEqualTo("month end");
    assertThat(fact.taskState()).isEqualTo("started");
    assertThat(fact.export().path("upserts").asLong()).isEqualTo(1);
    assertThat(
            account.rows(
                "SELECT ACTION, DETAIL, ACTOR FROM FRESHET.APP.AUDIT_LOG WHERE ACTION IN"
                    + " ('pause', 'resume') AND CONTRACT = '"
                    + fact.id()
                    + "' ORDER BY ACTED_AT"))
        .containsExactly(
            List.of("pause", "month end", "TEST"),
            List.of("resume", "the books are closed", "TEST"));
  }

  @Test
  void aRunUnderWayEndsAsUsual(ExportAccount account) throws Exception {
    Fact fact = FactBuilder.state(account).register();
    fact.change("INSERT INTO %s VALUES (1, 'a', 1)");
    Interjection pausing = new Interjection(25, () -> pauseUnchecked(fact));
    account.observe(pausing);
    try (Connection atWork = account.connect()) {
      assertThat(fact.export(atWork).path("outcome").asText()).isEqualTo("published");
    } finally {
      account.observe(StatementObserver.NONE);
    }
    assertThat(pausing.isDone()).isTrue();
    fact.change("INSERT INTO %s VALUES (2, 'b', 1)");
    assertThat(fact.export().path("outcome").asText()).isEqualTo("paused");
    assertThat(fact.manifests()).hasSize(1);
  }

  private static void pauseUnchecked(Fact fact) {
    try {
      pause(fact, "while it runs");
    } catch (Exception e) {
      throw new IllegalStateException("the pause failed", e);
    }
  }

  @Test
  void aPauseSurvivesAPromotionAndIsNotRetired(ExportAccount account) throws Exception {
    FactBuilder builder = FactBuilder.state(account);
    Fact fact = builder.register();
    pause(fact, "for now");

    account.registerText(builder.version("1.0.1").text());

    assertThat(fact.taskState()).isEqualTo("suspended");
    assertThatThrownBy(() -> account.procedures().retire(fact.id(), "gone"))
        .hasMessageContaining("is paused by TEST")
        .hasMessageContaining("for now");
    assertThat(pause(fact, "again").path("paused_before").asBoolean()).isTrue();
  }

  @Test
  void aPauseNeedsAReasonAndSomethingInForce(ExportAccount account) throws Exception {
    Fact fact = FactBuilder.state(account).unregistered();
    account.stageText(fact.contractText());

    assertThatThrownBy(() -> pause(fact, " ")).hasMessageContaining("REASON must say why");
    assertThatThrownBy(() -> pause(fact, "x")).hasMessageContaining("no version of " + fact.id());
    assertThatThrownBy(
            () -> account.one("CALL FRESHET.APP_V1.PAUSE_CONTRACT('" + fact.id() + "', 'why')"))
        .hasMessageContaining("must be a JSON object");
  }

  static JsonNode pause(Fact fact, String reason) throws Exception {
    return Json.STRICT.readTree(
        fact.account()
            .one(
                "CALL FRESHET.APP_V1.PAUSE_CONTRACT('"
                    + fact.id()
                    + "', '{\"reason\":\""
                    + reason
                    + "\"}')"));
  }
}
