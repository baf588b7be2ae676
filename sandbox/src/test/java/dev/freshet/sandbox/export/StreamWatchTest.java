package dev.freshet.sandbox.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.freshet.contract.Json;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How long a stream keeps its changes is known before they are lost, also of a quiet contract. */
@ExtendWith(SharedAccount.class)
class StreamWatchTest {

  @Test
  void aStreamThatSoonLosesChangesIsToldOfThoughNothingRuns(ExportAccount account)
      throws Exception {
    Fact quiet = FactBuilder.state(account).register();
    assertThat(told(account, quiet)).isEmpty();

    quiet.change("ALTER TABLE %s SET MAX_DATA_EXTENSION_TIME_IN_DAYS = 2");

    assertThat(told(account, quiet)).containsExactly("warning 48");
    assertThat(health(account, quiet)).containsExactly(List.of("streamNearlyStale", "48"));
    assertThatThrownBy(() -> account.one("CALL FRESHET.APP_V1.WATCH_STREAMS()"))
        .hasMessageContaining(quiet.id() + " is warning, keeps changes until 20")
        .hasMessageContaining("the testers");

    quiet.change("ALTER TABLE %s SET MAX_DATA_EXTENSION_TIME_IN_DAYS = 14");
    assertThat(told(account, quiet)).isEmpty();
    assertThat(health(account, quiet)).isEmpty();
  }

  @Test
  void aMissingStreamIsToldOf(ExportAccount account) throws Exception {
    Fact fact = FactBuilder.state(account).register();
    account.execute("DROP STREAM " + fact.schema() + ".SOURCE_STREAM");

    assertThat(told(account, fact)).containsExactly("gone ");
  }

  private static List<String> told(ExportAccount account, Fact fact) throws Exception {
    JsonNode answer = Json.STRICT.readTree(account.one("CALL FRESHET.APP_V1.CHECK_STREAMS()"));
    assertThat(answer.path("looked_at").asInt()).isPositive();
    return answer
        .path("need_somebody")
        .valueStream()
        .filter(s -> s.path("contract").asText().equals(fact.id().toString()))
        .map(s -> s.path("state").asText() + " " + s.path("hours_left").asText())
        .toList();
  }

  private static List<List<String>> health(ExportAccount account, Fact fact) throws Exception {
    return account.rows(
        "SELECT REASON, HOURS_LEFT FROM FRESHET.APP.CONTRACT_HEALTH WHERE CONTRACT = '"
            + fact.id()
            + "'");
  }
}
