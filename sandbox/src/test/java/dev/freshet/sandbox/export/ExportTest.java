package dev.freshet.sandbox.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.freshet.contract.ContractId;
import dev.freshet.contract.manifest.Manifest;
import dev.freshet.contract.manifest.SealedManifest;
import dev.freshet.contract.stage.Head;
import dev.freshet.contract.stage.StageLayout;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedAccount.class)
class ExportTest {

  @Test
  void theExampleContractsAreExportedWithTheirRowsAndCounts(ExportAccount account)
      throws Exception {
    List<String> facts =
        List.of("customer_balance_changed", "order_placed", "order_status_changed");
    for (String fact : facts) {
      account.register(fact);
    }
    account.execute(
        "INSERT INTO SHOP.CORE.CUSTOMER VALUES (1, 'Ann', 5, 10.50, 'BUILDING')",
        "INSERT INTO SHOP.CORE.ORDERS VALUES (7, 1, 'O', 99.90, '1996-01-02', '5-LOW', 'C1'),"
            + " (8, 1, 'P', 1, '1995-12-31', NULL, NULL), (9, 2, 'F', 2, '1969-12-31', NULL, NULL)");

    for (String fact : facts) {
      account.export(fact);
    }

    assertThat(account.stage().rows(only(account, facts.get(0))))
        .containsExactly(row("U", "1", "0", "1", "1", "Ann", "5", "10.50", "BUILDING"));
    assertThat(account.stage().rows(only(account, facts.get(1))))
        .containsExactly(
            row("U", "1", "0", "1", "1", "8", "9495", "1.00", null, null),
            row("U", "1", "0", "2", "1", "7", "9497", "99.90", "5-LOW", "C1"),
            row("U", "2", "0", "1", "2", "9", "-1", "2.00", null, null));
    assertThat(only(account, facts.get(1)).eventTime())
        .contains(new Manifest.EventTime("1969-12-31", "1996-01-02"));
    assertThat(only(account, facts.get(2)).rows()).isEqualTo(new Manifest.Rows(3, 0, 0, 0, 0));
  }

  private static List<String> row(String... values) {
    return java.util.Arrays.asList(values);
  }

  private static Manifest only(ExportAccount account, String fact) {
    List<SealedManifest> all = account.stage().manifests(ContractId.parse("shop." + fact + ".v1"));
    assertThat(all).hasSize(1);
    return all.get(0).manifest();
  }

  @Test
  void changeSetsAreNumberedWithoutGapsAndChained(ExportAccount account) throws Exception {
    Fact fact = FactBuilder.state(account).with("lanes", "4").register();

    for (int i = 1; i <= 3; i++) {
      fact.change("INSERT INTO %s VALUES (" + i + ", 'a', 1)");
      fact.export();
      fact.export();
    }

    List<SealedManifest> all = fact.manifests();
    assertThat(all).extracting(m -> m.manifest().sequence()).containsExactly(1L, 2L, 3L);
    assertThat(all.get(0).manifest().previousDigest()).isEmpty();
    assertThat(all.get(1).manifest().previousDigest()).contains(all.get(0).digest());
    assertThat(all.get(2).manifest().previousDigest()).contains(all.get(1).digest());
    assertThat(Head.read("head", account.stage().text(StageLayout.head(fact.id()))))
        .isEqualTo(new Head(fact.id().toString(), 3, all.get(2).digest()));
  }

  @Test
  void aManifestNamesTheStatementsAndThePartsAsTheyStand(ExportAccount account) throws Exception {
    Fact fact = FactBuilder.state(account).register();
    fact.change("INSERT INTO %s VALUES (1, 'a', 1)");

    fact.export();

    Manifest manifest = fact.last();
    assertThat(manifest.source().object()).isEqualTo(fact.table());
    assertThat(manifest.source().queryIds()).hasSize(2).doesNotHaveDuplicates();
    Manifest.Part part = manifest.parts().get(0);
    // The second attempt: the promotion took HEAD before it.
    assertThat(account.stage().keys(StageLayout.dataFolder(fact.id(), 1, 2)))
        .containsExactly(part.key());
    assertThat(account.stage().bytes(part.key())).hasSize((int) part.bytes());
    assertThat(account.stage().etag(part.key())).isEqualTo(part.etag());
    assertThat(part.lane()).isEqualTo(Optional.empty());
  }

  @Test
  void anEmptyStreamIsConsumedAndNothingAnnounced(ExportAccount account) throws Exception {
    Fact fact = FactBuilder.state(account).register();
    fact.change("INSERT INTO %s VALUES (1, 'a', 1)", "DELETE FROM %s");

    JsonNode outcome = fact.export();

    assertThat(outcome.get("outcome").asText()).isEqualTo("nothing to publish");
    assertThat(fact.manifests()).isEmpty();
    assertThat(fact.streamHasData()).isFalse();
  }

  @Test
  void nothingIsLeftBehindOnceAllIsAnnounced(ExportAccount account) throws Exception {
    Fact fact = FactBuilder.state(account).register();
    fact.change("INSERT INTO %s VALUES (1, 'a', 1)");

    fact.export();

    assertThat(account.one("SELECT COUNT(*) FROM " + fact.schema() + ".STAGED")).isEqualTo("0");
    assertThat(account.one("SELECT SYSTEM$STREAM_HAS_DATA('" + fact.schema() + ".TODO_STREAM')"))
        .isEqualToIgnoringCase("false");
    assertThat(fact.head("WRITTEN")).isEqualTo("1");
  }

  @Test
  void theContractStandsOnTheStageAsItWasRegistered(ExportAccount account) throws Exception {
    Fact fact = FactBuilder.state(account).register();

    assertThat(account.stage().text("contracts/" + fact.id() + "/1.0.0/contract.odcs.yaml"))
        .isEqualTo(fact.contractText() + "\n");
  }

  @Test
  void aPartHasNoNativeDateOrTimestampColumn(ExportAccount account) throws Exception {
    Fact fact = AllTypes.register(account);
    fact.change(AllTypes.INSERT);
    fact.export();

    assertThat(account.stage().columnTypes(fact.last().parts().get(0)))
        .allMatch(type -> type.matches("DECIMAL.*|VARCHAR|BOOLEAN|DOUBLE|BIGINT|INTEGER"));
  }
}
