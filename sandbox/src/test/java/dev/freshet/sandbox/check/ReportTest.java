package dev.freshet.sandbox.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.freshet.contract.Contract;
import dev.freshet.contract.Json;
import dev.freshet.contract.odcs.ContractReader;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportTest {
  private static ContractReport report(Rows rows, Problems problems) throws Exception {
    return new ContractReport(
        contract(),
        List.of(
            tally("log", 151_234),
            tally("manifests", 151_234),
            tally("receipts", 151_234),
            tally("topic", 151_233)),
        rows,
        new Rejections(Map.of("unknownEnum", 2L)),
        problems.all());
  }

  private static Contract contract() throws Exception {
    try (InputStream in = ReportTest.class.getResourceAsStream("order_status_changed.odcs.yaml")) {
      return ContractReader.read("test", new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private static Tally tally(String witness, long upserts) {
    Tally tally = new Tally(witness);
    tally.add(1, new Published(upserts, 0));
    tally.add(2, new Published(0, 312));
    return tally;
  }

  @Test
  void putsTheWitnessesBelowEachOther() throws Exception {
    CheckReport report =
        new CheckReport(List.of(report(new Rows(150_922, 150_922, 150_922), new Problems())));
    assertThat(report.text().lines())
        .containsExactly(
            "shop.order_status_changed.v1 (state)",
            "                change sets      upserts      deletes",
            "  log                     2      151,234          312",
            "  manifests               2      151,234          312",
            "  receipts                2      151,234          312",
            "  topic                   2      151,233          312",
            "  150,922 rows in the source, 150,922 keys in the topic, all equal in every value",
            "  set aside: 2 unknownEnum; to be told: orders-data (https://example.com/orders-data)",
            "",
            "Check passed: 1 of 1 contracts agree.");
  }

  @Test
  void saysWhatIsWrongAndGivesExamples() throws Exception {
    Problems problems = new Problems();
    for (int key = 1; key <= 7; key++) {
      problems.add("keys of the source missing in the topic", Integer.toString(key));
    }
    CheckReport report = new CheckReport(List.of(report(new Rows(8, 1, 1), problems)));
    assertThat(report.text().lines())
        .contains("  8 rows in the source, 1 keys in the topic, 1 equal in every value")
        .contains("  WRONG: 7 keys of the source missing in the topic: 1, 2, 3, 4, 5, …")
        .endsWith("Check FAILED: 1 of 1 contracts do not agree.");
  }

  @Test
  void givesProgramsTheSame() throws Exception {
    CheckReport report = new CheckReport(List.of(report(new Rows(3, 3, 3), new Problems())));
    JsonNode json = Json.STRICT.readTree(report.json());
    assertThat(json.path("passed").booleanValue()).isTrue();
    JsonNode contract = json.path("contracts").path(0);
    assertThat(contract.path("contract").textValue()).isEqualTo("shop.order_status_changed.v1");
    assertThat(contract.path("topic"))
        .isEqualTo(Json.STRICT.readTree("{\"change_sets\":2,\"upserts\":151233,\"deletes\":312}"));
    assertThat(contract.path("rows"))
        .isEqualTo(Json.STRICT.readTree("{\"held\":3,\"published\":3,\"equal\":3}"));
    assertThat(contract.path("rejections").toString()).isEqualTo("{\"unknownEnum\":2}");
    assertThat(contract.path("problems")).isEmpty();
  }

  @Test
  void isNoPassWithoutAContract() {
    assertThat(new CheckReport(List.of()).passed()).isFalse();
  }
}
