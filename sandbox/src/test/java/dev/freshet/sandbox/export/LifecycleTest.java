package dev.freshet.sandbox.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.freshet.cli.contract.Answer;
import dev.freshet.contract.Json;
import dev.freshet.contract.Version;
import dev.freshet.contract.manifest.Manifest;
import dev.freshet.contract.manifest.SealedManifest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A version is staged, put in force and taken back; a contract ends. */
@ExtendWith(SharedAccount.class)
class LifecycleTest {

  @Test
  void aStagedVersionTakesNothingUntilItIsPromoted(ExportAccount account) throws Exception {
    Fact fact = FactBuilder.state(account).unregistered();
    account.stageText(fact.contractText());
    fact.change("INSERT INTO %s VALUES (1, 'a', 1)");

    assertThatThrownBy(fact::export).hasMessageContaining("in force");
    account.registerText(fact.contractText());
    fact.export();

    assertThat(fact.published()).containsExactly("U 1 a 1.00");
  }

  @Test
  void aRollbackReturnsToTheVersionBeforeAndNamesWhatToReplay(ExportAccount account)
      throws Exception {
    Fact fact = FactBuilder.state(account).register();
    fact.change("INSERT INTO %s VALUES (1, 'a', 1)", "ALTER TABLE %s ADD COLUMN C VARCHAR(5)");
    fact.export();
    account.registerText(withC(fact));
    fact.change("UPDATE %s SET C = 'x'");
    fact.export();

    JsonNode answer = account.procedures().rollBack(fact.id(), "C is wrong").json();
    fact.change("UPDATE %s SET A = 'b', C = 'y'");
    fact.export();

    assertThat(answer.path("version").asText()).isEqualTo("1.0.0");
    assertThat(answer.path("to_replay").toString()).isEqualTo("{\"from\":2,\"to\":2}");
    assertThat(versions(fact)).containsExactly("1.0.0", "1.1.0", "1.0.0");
    assertThat(fact.published()).containsExactly("U 1 b 1.00");
  }

  @Test
  void theSameReasonAgainGoesNoFurtherBack(ExportAccount account) throws Exception {
    Fact fact = FactBuilder.state(account).register();
    account.registerText(next(fact, "1.0.1"));
    account.registerText(next(fact, "1.0.2"));

    account.procedures().rollBack(fact.id(), "first");
    Answer again = account.procedures().rollBack(fact.id(), "first");
    Answer second = account.procedures().rollBack(fact.id(), "second");

    assertThat(again.json().path("version").asText()).isEqualTo("1.0.1");
    assertThat(again.json().path("rolled_back").asText()).isEqualTo("1.0.2");
    assertThat(second.json().path("version").asText()).isEqualTo("1.0.0");
    assertThatThrownBy(() -> account.procedures().rollBack(fact.id(), "third"))
        .hasMessageContaining("first version in force");
  }

  @Test
  void aVersionEntersForceOnce(ExportAccount account) throws Exception {
    Fact fact = FactBuilder.state(account).register();
    account.registerText(next(fact, "1.0.1"));

    assertThatThrownBy(
            () ->
                account
                    .procedures()
                    .promote(fact.id(), Version.parse("1.0.0"), Json.STRICT.createObjectNode()))
        .hasMessageContaining("enters force once");
  }

  @Test
  void retirementTakesTheLastChangesEndsTheSequenceAndTheId(ExportAccount account)
      throws Exception {
    Fact fact = FactBuilder.state(account).register();
    fact.change("INSERT INTO %s VALUES (1, 'a', 1)");

    JsonNode answer = account.procedures().retire(fact.id(), "replaced").json();
    JsonNode again = account.procedures().retire(fact.id(), "replaced").json();

    assertThat(answer.path("last_sequence").asLong()).isEqualTo(2);
    assertThat(again).isEqualTo(answer);
    assertThat(fact.manifests().stream().map(m -> m.manifest().kind()).toList())
        .containsExactly(Manifest.Kind.CHANGES, Manifest.Kind.END);
    assertThat(fact.last().parts()).isEmpty();
    assertThat(answer.path("task").asText()).isEqualToIgnoringCase("suspended");
    assertThatThrownBy(fact::export).hasMessageContaining("in force");
    assertThatThrownBy(() -> account.registerText(next(fact, "1.0.1")))
        .hasMessageContaining("never used again");
  }

  @Test
  void aContractThatNeverWasInForceIsRetiredWithoutAWord(ExportAccount account) throws Exception {
    Fact fact = FactBuilder.state(account).unregistered();
    account.stageText(fact.contractText());

    account.procedures().retire(fact.id(), "a mistake");

    assertThat(fact.manifests()).isEmpty();
  }

  @Test
  void twoMajorsRunSideBySide(ExportAccount account) throws Exception {
    Fact one = FactBuilder.state(account).register();
    String two =
        one.contractText()
            .replace("version: 1.0.0", "version: 2.0.0")
            .replace(one.name() + ".v1", one.name() + ".v2")
            .replace("NUMBER(12,2)", "NUMBER(14,4)");
    account.registerText(two);
    one.change("INSERT INTO %s VALUES (1, 'a', 1)");

    one.export();
    account.one("CALL FRESHET.APP_V1.EXPORT_CHANGES('shop." + one.name() + ".v2')");

    assertThat(one.published()).containsExactly("U 1 a 1.00");
    assertThat(
            account
                .stage()
                .manifests(dev.freshet.contract.ContractId.parse("shop." + one.name() + ".v2")))
        .singleElement()
        .satisfies(
            m -> assertThat(m.manifest().contractVersion()).isEqualTo(Version.parse("2.0.0")));
  }

  @Test
  void describingShowsStatesHeadTaskAndHalts(ExportAccount account) throws Exception {
    Fact fact = FactBuilder.state(account).register();
    fact.change("INSERT INTO %s VALUES (NULL, 'no key', 1)");
    assertThatThrownBy(fact::export).hasMessageContaining("missingKey");

    JsonNode shown = account.procedures().describe(fact.id()).json();

    assertThat(shown.path("in_force").asText()).isEqualTo("1.0.0");
    assertThat(shown.path("owner").asText()).isEqualTo("the testers");
    assertThat(shown.path("versions")).hasSize(2);
    assertThat(shown.path("open_halts").get(0).path("reason").asText()).isEqualTo("missingKey");
    assertThat(shown.path("task").asText()).isEqualToIgnoringCase("suspended");
    assertThat(shown.path("stale_after").asText()).endsWith("Z");
  }

  private static List<String> versions(Fact fact) {
    return fact.manifests().stream()
        .map(SealedManifest::manifest)
        .map(m -> m.contractVersion().toString())
        .toList();
  }

  private static String next(Fact fact, String version) {
    return fact.contractText().replace("version: 1.0.0", "version: " + version) + "# " + version;
  }

  private static String withC(Fact fact) {
    return fact.contractText().replace("version: 1.0.0", "version: 1.1.0")
        + "      - name: c\n        physicalType: VARCHAR(5)\n";
  }
}
