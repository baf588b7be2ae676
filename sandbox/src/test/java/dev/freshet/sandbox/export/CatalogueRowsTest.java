package dev.freshet.sandbox.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.freshet.contract.mistake.Catalogue;
import dev.freshet.contract.mistake.Mistake;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** The bad rows of the catalogue, each put into a source and exported, by either policy. */
@ExtendWith(SharedAccount.class)
class CatalogueRowsTest {
  private static final String OWNER = "parcel-desk (https://example.com/parcel-desk)";
  private static final String GOOD =
      "(DEPOT, PARCEL_ID, STATUS, PRICE, MOVED_AT, WEIGHT_KG)"
          + " VALUES ('BER', <id>, 'sent', 4.50, '2026-01-31 12:00:00', 1)";
  private static final String REJECT_ALL =
      "      - {property: freshet.onViolation, value: {missingKey: reject, requiredNull: reject,"
          + " unknownEnum: reject, doesNotFit: reject, duplicateKey: reject}}\n";

  @TestFactory
  Stream<DynamicTest> aBadRowHaltsUntilItIsRepaired(ExportAccount account) throws Exception {
    Fact fact = Parcels.copy(account, "parcel_halting", "");
    return Catalogue.badRows().stream()
        .map(row -> DynamicTest.dynamicTest(row.name(), () -> halts(fact, row)));
  }

  private static void halts(Fact fact, Mistake.BadRow row) throws Exception {
    int before = fact.manifests().size();
    insert(fact, List.of(row), before + 1);

    assertThatThrownBy(fact::export)
        .hasMessageContaining(fact.id() + " is halted (" + row.rule() + ")")
        .hasMessageContaining("Owner: " + OWNER)
        .hasMessageContaining("RESUME_CONTRACT('" + fact.id() + "'");

    assertThat(fact.manifests()).as("the good row waits too").hasSize(before);
    assertThat(fact.streamHasData()).isTrue();
    assertThat(fact.standingHalts()).containsExactly(row.rule());
    assertThat(brokenRows(fact)).isEqualTo(String.valueOf(row.rows().size()));
    assertThat(rejections(fact)).isEmpty();
    assertThatThrownBy(() -> fact.resume("not repaired")).hasMessageContaining(row.rule());

    fact.change("DELETE FROM %s WHERE DEPOT <> 'BER'");
    fact.resume("the row is gone");
    fact.export();

    assertThat(fact.published()).hasSize(1).first().asString().startsWith(published(before + 1));
  }

  /** All in one change set: an export costs seconds. */
  @Test
  void badRowsAreSetAsideAndTheOthersGoOn(ExportAccount account) throws Exception {
    Fact fact = Parcels.copy(account, "parcel_rejecting", REJECT_ALL);
    insert(fact, Catalogue.badRows(), 1);
    List<String> rules =
        Catalogue.badRows().stream()
            .flatMap(row -> row.rows().stream().map(one -> row.rule()))
            .toList();

    JsonNode outcome = fact.export();

    assertThat(outcome.path("rejected").asInt()).isEqualTo(rules.size());
    assertThat(outcome.path("owner").asText()).isEqualTo(OWNER);
    assertThat(fact.last().rows().rejected()).isEqualTo(rules.size());
    assertThat(rejections(fact)).containsExactlyInAnyOrderElementsOf(rules);
    assertThat(fact.published()).hasSize(1).first().asString().startsWith(published(1));
    assertThat(fact.standingHalts()).isEmpty();
  }

  /** Bad rows and a good one, in one change set. */
  private static void insert(Fact fact, List<Mistake.BadRow> rows, int good) throws Exception {
    fact.change("INSERT INTO %s " + GOOD.replace("<id>", String.valueOf(good)));
    for (Mistake.BadRow row : rows) {
      for (String bad : row.rows()) {
        fact.change("INSERT INTO %s " + bad);
      }
    }
  }

  private static String published(int good) {
    return "U BER " + good + " sent - 1.000 4.50 -";
  }

  private static String brokenRows(Fact fact) throws Exception {
    return fact.account()
        .one(
            "SELECT BROKEN_ROWS FROM FRESHET.APP.HALTS WHERE CONTRACT = '"
                + fact.id()
                + "' ORDER BY HALTED_AT DESC LIMIT 1");
  }

  private static List<String> rejections(Fact fact) throws Exception {
    return fact
        .account()
        .rows("SELECT RULE FROM FRESHET.APP.REJECTIONS WHERE CONTRACT = '" + fact.id() + "'")
        .stream()
        .map(row -> row.get(0))
        .toList();
  }
}
