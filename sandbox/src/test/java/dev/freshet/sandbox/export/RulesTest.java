package dev.freshet.sandbox.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The rules each row is held to, and the contract's condition. */
@ExtendWith(SharedAccount.class)
class RulesTest {
  private static final String REJECT_ALL =
      "{missingKey: reject, requiredNull: reject, unknownEnum: reject, doesNotFit: reject,"
          + " duplicateKey: reject}";

  @Test
  void rowsThatBreakARuleAreSetAsideAndTheOthersPublished(ExportAccount account) throws Exception {
    Fact fact =
        FactBuilder.state(account)
            .field(
                "s",
                "VARCHAR(5)",
                "VARCHAR(5)",
                "required: true",
                "customProperties:",
                "  - property: freshet.enum",
                "    value: [O, F]")
            .with("onViolation", REJECT_ALL)
            .register();
    fact.change(
        "INSERT INTO %s VALUES (1, 'good', 1, 'O'), (NULL, 'no key', 1, 'O'),"
            + " (3, 'null', 1, NULL), (4, 'word', 1, 'X'), (5, 'far too long', 1, 'O'),"
            + " (6, 'digits', 1.005, 'O'), (7000000000, 'key', 1, 'O'), (8, 'one', 1, 'O'),"
            + " (8, 'two', 1, 'O')");

    JsonNode outcome = fact.export();

    assertThat(fact.published()).containsExactly("U 1 good 1.00 O");
    assertThat(outcome.get("rejected").asInt()).isEqualTo(8);
    assertThat(rejections(fact))
        .containsExactly(
            List.of("doesNotFit", "5"),
            List.of("doesNotFit", "6"),
            List.of("doesNotFit", "-"),
            List.of("duplicateKey", "8"),
            List.of("duplicateKey", "8"),
            List.of("missingKey", "-"),
            List.of("requiredNull", "3"),
            List.of("unknownEnum", "4"));
  }

  @Test
  void onlyRejectionsMakeNoChangeSetButALogRow(ExportAccount account) throws Exception {
    Fact fact = FactBuilder.state(account).with("onViolation", REJECT_ALL).register();
    fact.change("INSERT INTO %s VALUES (NULL, 'a', 1)");

    fact.export();

    assertThat(fact.manifests()).isEmpty();
    assertThat(fact.streamHasData()).isFalse();
    assertThat(log(fact)).containsExactly(List.of("-", "0", "0", "1", "0", "0"));
  }

  @Test
  void aRowThatStopsFittingIsSetAsideAndComesBackWhenRepaired(ExportAccount account)
      throws Exception {
    Fact fact = FactBuilder.state(account).with("onViolation", REJECT_ALL).register();
    fact.change("INSERT INTO %s VALUES (1, 'a', 1)");
    fact.export();
    fact.change("UPDATE %s SET B = 1.005");
    fact.export();

    fact.change("UPDATE %s SET B = NULL");
    fact.export();

    assertThat(fact.published()).containsExactly("U 1 a -");
  }

  @Test
  void theConditionIsHeldAgainstBothImages(ExportAccount account) throws Exception {
    Fact fact = FactBuilder.state(account).with("where", "B > 10").register();
    fact.change("INSERT INTO %s VALUES (1, 'a', 11), (2, 'b', 12), (3, 'c', 1), (4, 'd', NULL)");
    fact.export();
    fact.change("UPDATE %s SET B = 5 WHERE K = 1", "UPDATE %s SET B = 20 WHERE K = 3");

    fact.export();

    assertThat(fact.published()).containsExactly("D 1 - -", "U 3 c 20.00");
    assertThat(log(fact))
        .containsExactly(
            List.of("1", "2", "0", "0", "2", "0"), List.of("2", "1", "1", "0", "1", "0"));
  }

  @Test
  void whatTheConditionKeepsOutIsHeldToNoRule(ExportAccount account) throws Exception {
    Fact fact = FactBuilder.state(account).with("where", "A IS NOT NULL").register();
    fact.change("INSERT INTO %s VALUES (NULL, NULL, 1)");

    assertThat(fact.export().get("filtered").asInt()).isEqualTo(1);
  }

  @Test
  void anEventContractNumbersTheRowsOfAKeyByTimeThenIdentity(ExportAccount account)
      throws Exception {
    Fact fact =
        new FactBuilder(account)
            .key("k", "NUMBER(9,0)", "NUMBER(9,0)")
            .field("id", "NUMBER(9,0)", "NUMBER(9,0)", "required: true")
            .field("at", "TIMESTAMP_NTZ(9)", "TIMESTAMP_NTZ(9)", "required: true")
            .with("kind", "event")
            .with("eventTime", "at")
            .with("identity", "[id]")
            .with("onViolation", REJECT_ALL)
            .register();
    fact.change(
        "INSERT INTO %s SELECT 1, 30, '2026-01-01'::TIMESTAMP_NTZ UNION ALL"
            + " SELECT 1, 10, '2026-01-02'::TIMESTAMP_NTZ UNION ALL"
            + " SELECT 1, 20, '2026-01-01'::TIMESTAMP_NTZ UNION ALL"
            + " SELECT 2, 40, '2026-01-01'::TIMESTAMP_NTZ UNION ALL SELECT 1, 50, NULL",
        "DELETE FROM %s WHERE ID = 10");

    fact.export();

    assertThat(account.stage().rows(fact.last()))
        .extracting(row -> row.get(1) + "/" + row.get(3) + "/" + row.get(5))
        .containsExactly("1/1/20", "1/2/30", "1/3/10", "2/1/40");
    assertThat(fact.last().rows().rejected()).isEqualTo(1);
    assertThat(fact.last().parts()).hasSize(1);
  }

  private static List<List<String>> rejections(Fact fact) throws Exception {
    return fact.account()
        .rows(
            "SELECT RULE, COALESCE(KEY_TEXT, '-') FROM FRESHET.APP.REJECTIONS WHERE CONTRACT = '"
                + fact.id()
                + "' AND ROW_ID IS NOT NULL ORDER BY RULE, KEY_TEXT");
  }

  private static List<List<String>> log(Fact fact) throws Exception {
    return fact.account()
        .rows(
            "SELECT COALESCE(TO_VARCHAR(SEQUENCE), '-'), UPSERTS, DELETES, REJECTED, FILTERED,"
                + " UNCHANGED FROM FRESHET.APP.CHANGE_SETS WHERE CONTRACT = '"
                + fact.id()
                + "' ORDER BY TAKEN_AT");
  }
}
