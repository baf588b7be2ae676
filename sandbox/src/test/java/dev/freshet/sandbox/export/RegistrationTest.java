package dev.freshet.sandbox.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.freshet.contract.Json;
import dev.freshet.contract.Version;
import dev.freshet.contract.manifest.SealedManifest;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedAccount.class)
class RegistrationTest {

  @Test
  void aContractThatDoesNotFitItsSourceNamesAllReasons(ExportAccount account) throws Exception {
    Fact fact = FactBuilder.state(account).with("where", "NOWHERE > 1").unregistered();
    String text =
        fact.contractText()
            .replace("- name: a\n", "- name: missing\n")
            .replace("physicalType: NUMBER(12,2)", "physicalType: DATE");

    assertThatThrownBy(() -> account.registerText(text))
        .hasMessageContaining("has no column MISSING")
        .hasMessageContaining("cannot become DATE")
        .hasMessageContaining("has no column NOWHERE");
  }

  @Test
  void aSourceThatDoesNotExistIsNamed(ExportAccount account) {
    String text = FactBuilder.state(account).text();

    assertThatThrownBy(() -> account.registerText(text)).hasMessageContaining("does not exist");
  }

  @Test
  void theTextOfAVersionNeverChanges(ExportAccount account) throws Exception {
    Fact fact = FactBuilder.state(account).register();

    account.registerText(fact.contractText());

    assertThatThrownBy(() -> account.registerText(fact.contractText() + "# another\n"))
        .hasMessageContaining("raise the version");
    assertThat(
            account.rows(
                "SELECT VERSION FROM FRESHET.APP.CONTRACTS WHERE CONTRACT = '" + fact.id() + "'"))
        .hasSize(1);
  }

  @Test
  void aNewVersionChangesLanesFromTheNextChangeSetOn(ExportAccount account) throws Exception {
    Fact fact = FactBuilder.state(account).with("lanes", "2").register();
    fact.change("INSERT INTO %s VALUES (1, 'a', 1)");
    fact.export();
    String next =
        fact.contractText()
            .replace("version: 1.0.0", "version: 1.1.0")
            .replace("value: 2", "value: 8");

    account.registerText(next);
    fact.change("UPDATE %s SET A = 'b'");
    fact.export();

    assertThat(fact.manifests().stream().map(SealedManifest::manifest).toList())
        .extracting(m -> m.contractVersion() + " " + m.lanes() + " since " + m.lanesSince())
        .containsExactly("1.0.0 2 since 1", "1.1.0 8 since 2");
  }

  @Test
  void aNewVersionMayAddAField(ExportAccount account) throws Exception {
    Fact fact = FactBuilder.state(account).register();
    fact.change("INSERT INTO %s VALUES (1, 'a', 1)", "ALTER TABLE %s ADD COLUMN C VARCHAR(5)");
    fact.export();
    String next =
        fact.contractText().replace("version: 1.0.0", "version: 1.1.0")
            + "      - name: c\n        physicalType: VARCHAR(5)\n";

    account.registerText(next);
    fact.change("UPDATE %s SET C = 'x'");
    fact.export();

    assertThat(fact.published()).containsExactly("U 1 a 1.00 x");
  }

  @Test
  void aNewVersionMayWidenANumber(ExportAccount account) throws Exception {
    Fact fact =
        new FactBuilder(account)
            .key("k", "NUMBER(9,0)", "NUMBER(9,0)")
            .field("n", "NUMBER(38,0)", "NUMBER(8,0)")
            .register();
    String next =
        fact.contractText()
            .replace("version: 1.0.0", "version: 1.1.0")
            .replace("NUMBER(8,0)", "NUMBER(12,0)");

    account.registerText(next);
    fact.change("INSERT INTO %s VALUES (1, 123456789012)");
    fact.export();

    assertThat(fact.published()).containsExactly("U 1 123456789012");
  }

  @Test
  void aBreakingChangeNeedsANewMajor(ExportAccount account) throws Exception {
    Fact fact = FactBuilder.state(account).register();
    String next =
        fact.contractText()
            .replace("version: 1.0.0", "version: 1.1.0")
            .replace("NUMBER(12,2)", "NUMBER(14,2)");

    assertThatThrownBy(() -> account.registerText(next)).hasMessageContaining("new major");
  }

  @Test
  void whoRegisteredWhatIsWrittenDown(ExportAccount account) throws Exception {
    Fact fact = FactBuilder.state(account).register();

    List<List<String>> audit =
        account.rows(
            "SELECT ACTION, CONTRACT_VERSION, ACTOR FROM FRESHET.APP.AUDIT_LOG WHERE CONTRACT = '"
                + fact.id()
                + "'");

    assertThat(audit)
        .containsExactly(
            List.of("register", "1.0.0", "TEST"),
            List.of("rehearse", "1.0.0", "TEST"),
            List.of("promote", "1.0.0", "TEST"));
  }

  @Test
  void anAuthorPublishesOnlyWhatHeMayReadAndPromotesNothing(ExportAccount account)
      throws Exception {
    Fact fact = FactBuilder.state(account).unregistered();
    try (Connection author = account.connect();
        Statement statement = author.createStatement()) {
      statement.execute("USE ROLE FRESHET_AUTHOR");
      assertThatThrownBy(() -> account.stageText(author, fact.contractText()))
          .hasMessageContaining("author-may-not-read")
          .hasMessageContaining("FRESHET_AUTHOR");

      account.execute(
          "GRANT USAGE ON DATABASE SHOP TO ROLE FRESHET_AUTHOR",
          "GRANT USAGE ON SCHEMA SHOP.CORE TO ROLE FRESHET_AUTHOR",
          "GRANT SELECT ON TABLE " + fact.table() + " TO ROLE FRESHET_AUTHOR");

      assertThat(account.stageText(author, fact.contractText())).contains("\"staged\"");
      assertThatThrownBy(() -> account.procedures(author).promote(fact.id(), first(), options()))
          .hasMessageContaining("PROMOTE_CONTRACT");
    }
  }

  private static Version first() {
    return Version.parse("1.0.0");
  }

  private static ObjectNode options() {
    return Json.STRICT.createObjectNode();
  }
}
