package dev.freshet.sandbox.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.freshet.contract.evolution.ChangeRule;
import dev.freshet.contract.mistake.Catalogue;
import dev.freshet.contract.mistake.Mistake;
import dev.freshet.contract.odcs.Owners;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The catalogue of mistakes through {@code CHECK_CONTRACT}, in an account where the contract before
 * is in force. The rules of change and of the file are those of the command line, each of them; the
 * live source, which a pull request cannot see, may have more to say.
 */
@ExtendWith(SharedAccount.class)
class CatalogueSqlTest {
  private static final String OWNER = "parcel-desk (https://example.com/parcel-desk)";
  private static final String EVERYONE_READS = "everyone: consumers go on with 1.0.0";

  /** Its column is a number still, which only the account can see. */
  private static final String REFUSED_BY_THE_SOURCE_TOO = "A number becomes text";

  @BeforeAll
  static void theContractBeforeIsInForce(ExportAccount account) throws Exception {
    account.execute(Parcels.source());
    account.registerText(Catalogue.before());
  }

  @Test
  void theContractThatAllBeginWithIsAccepted(ExportAccount account) {
    JsonNode answer = account.procedures().check(Catalogue.before()).json();

    assertThat(answer.path("verdict").asText()).as(answer.toString()).isEqualTo("accepted");
    assertThat(refusals(answer)).isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> aChangeIsJudgedAsOnTheCommandLine(ExportAccount account) {
    return Catalogue.changes().stream()
        .map(c -> DynamicTest.dynamicTest(c.name(), () -> judged(account, c)));
  }

  private static void judged(ExportAccount account, Mistake.Change change) {
    JsonNode answer = account.procedures().check(change.after()).json();

    assertThat(answer.path("verdict").asText())
        .as(answer.toString())
        .isEqualTo(change.passes() ? "accepted" : "refused");
    assertThat(rules(answer, "evolution")).containsExactlyInAnyOrderElementsOf(change.rules());
    for (String word : change.rules()) {
      assertThat(answer.toString()).contains(rule(word).why()).contains(rule(word).wayOut());
    }
    assertThat(answer.path("who_is_paged").asText()).isEqualTo(OWNER);
    assertThat(answer.path("who_may_keep_reading").asText()).isEqualTo(EVERYONE_READS);
    assertThat(refusals(answer).contains("source"))
        .as("whether the source stands against it too: " + answer)
        .isEqualTo(REFUSED_BY_THE_SOURCE_TOO.equals(change.name()));
  }

  @TestFactory
  Stream<DynamicTest> aFileThatIsNoSoundContractIsRefused(ExportAccount account) {
    return Catalogue.unsound().stream()
        .map(u -> DynamicTest.dynamicTest(u.name(), () -> refused(account, u)));
  }

  private static void refused(ExportAccount account, Mistake.Unsound unsound) {
    JsonNode answer = account.procedures().check(unsound.after()).json();

    assertThat(answer.path("verdict").asText()).as(answer.toString()).isEqualTo("refused");
    assertThat(Set.copyOf(rules(answer, "file"))).containsExactly("unsound");
    assertThat(answer.path("findings").toString().replace("\\\"", "\"")).contains(unsound.says());
    assertThat(answer.path("who_is_paged").asText())
        .isEqualTo(unsound.after().contains("team: {}") ? Owners.NOBODY : OWNER);
    assertThat(answer.path("who_may_keep_reading").asText()).startsWith("everyone");
  }

  private static List<String> rules(JsonNode answer, String origin) {
    return findings(answer)
        .filter(f -> f.path("origin").asText().equals(origin))
        .map(f -> f.path("rule").asText())
        .toList();
  }

  /** What was looked at by those that refuse. */
  private static List<String> refusals(JsonNode answer) {
    return findings(answer)
        .filter(f -> f.path("refuses").asBoolean())
        .map(f -> f.path("origin").asText())
        .toList();
  }

  private static Stream<JsonNode> findings(JsonNode answer) {
    return StreamSupport.stream(answer.path("findings").spliterator(), false);
  }

  private static ChangeRule rule(String word) {
    return Arrays.stream(ChangeRule.values())
        .filter(r -> r.word().equals(word))
        .findFirst()
        .orElseThrow();
  }
}
