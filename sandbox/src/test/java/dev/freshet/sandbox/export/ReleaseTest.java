package dev.freshet.sandbox.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.freshet.contract.manifest.Manifest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Rows set aside go out once they are good, and never over a newer fact. */
@ExtendWith(SharedAccount.class)
class ReleaseTest {
  private static final String REJECT =
      "{duplicateKey: reject, doesNotFit: reject, unknownEnum: reject, requiredNull: reject}";

  @Test
  void theRowThatIsLeftOfTwoDuplicatesIsReleased(ExportAccount account) throws Exception {
    Fact fact = state(account);
    fact.change("INSERT INTO %s VALUES (1, 'one', 1), (1, 'two', 1)");
    fact.export();
    fact.change("DELETE FROM %s WHERE A = 'two'");

    JsonNode answer = release(fact, "{\"reason\": \"the other one is gone\"}");

    assertThat(answer.get("released").asInt()).isEqualTo(1);
    assertThat(fact.last().kind()).isEqualTo(Manifest.Kind.RELEASE);
    assertThat(fact.published()).containsExactly("U 1 one 1.00");
    assertThat(open(fact)).isEqualTo("0");
    new Guarantees(fact).hold();
  }

  @Test
  void aReleasedKeyIsRememberedWithItsRow(ExportAccount account) throws Exception {
    Fact fact = state(account);
    fact.change("INSERT INTO %s VALUES (1, 'one', 1), (1, 'two', 1)");
    fact.export();
    fact.change("DELETE FROM %s WHERE A = 'two'");
    release(fact, "{\"reason\": \"the other one is gone\"}");
    fact.change("INSERT INTO %s VALUES (1, 'three', 1)");
    assertThat(fact.export().get("rejected").asInt()).isEqualTo(1);
    fact.change("DELETE FROM %s WHERE A = 'three'");
    fact.export();
    assertThat(fact.manifests()).hasSize(1);
    fact.change("DELETE FROM %s");

    fact.export();

    assertThat(fact.published()).containsExactly("D 1 - -");
  }

  @Test
  void aRowWithoutAKeyIsOpenUntilItIsRepairedOrGone(ExportAccount account) throws Exception {
    Fact fact = FactBuilder.state(account).with("onViolation", "{missingKey: reject}").register();
    fact.change("INSERT INTO %s VALUES (NULL, 'one', 1), (NULL, 'two', 2), (NULL, 'three', 3)");
    fact.export();
    fact.change("UPDATE %s SET K = 1 WHERE A = 'one'", "DELETE FROM %s WHERE A = 'two'");

    fact.export();

    assertThat(fact.published()).containsExactly("U 1 one 1.00");
    assertThat(open(fact)).isEqualTo("1");
  }

  @Test
  void rowsStillBrokenStayOpen(ExportAccount account) throws Exception {
    Fact fact = state(account);
    fact.change("INSERT INTO %s VALUES (1, 'far too long to fit', 1), (2, 'a', 1), (2, 'b', 1)");
    fact.export();

    JsonNode answer = release(fact, "{\"reason\": \"hope\"}");

    assertThat(answer.get("still_broken").asInt()).isEqualTo(2);
    assertThat(fact.manifests()).isEmpty();
    assertThat(open(fact)).isEqualTo("3");
  }

  @Test
  void whatIsGoneOrPublishedAlreadyIsClosedAsSuperseded(ExportAccount account) throws Exception {
    Fact fact = state(account);
    fact.change("INSERT INTO %s VALUES (1, 'far too long to fit', 1), (2, 'far too long too', 1)");
    fact.export();
    fact.change("DELETE FROM %s WHERE K = 1", "UPDATE %s SET A = 'short' WHERE K = 2");

    JsonNode answer = release(fact, "{\"reason\": \"repaired\"}");

    assertThat(answer.get("superseded").asInt()).as("the one still in the source").isEqualTo(1);
    assertThat(fact.manifests()).hasSize(1);
    assertThat(fact.published()).containsExactly("U 2 short 1.00");
    assertThat(open(fact)).isEqualTo("0");
    assertThat(outcomes(fact)).containsExactly(List.of("superseded"), List.of("superseded"));
    new Guarantees(fact).hold();
  }

  @Test
  void rowsOfEveryTypeAreReleased(ExportAccount account) throws Exception {
    Fact fact =
        AllTypes.builder(account)
            .field("state", "VARCHAR(10)", "VARCHAR(10)", "required: true")
            .with("onViolation", "{requiredNull: reject}")
            .register();
    fact.change(AllTypes.INSERT + ", NULL");
    assertThat(fact.export().get("rejected").asInt()).isEqualTo(1);
    fact.change("UPDATE %s SET STATE = 'open'");
    fact.export();
    assertThat(open(fact)).isEqualTo("1");

    JsonNode answer = release(fact, "{\"reason\": \"published since\"}");

    assertThat(answer.get("superseded").asInt()).isEqualTo(1);
    assertThat(open(fact)).isEqualTo("0");
  }

  @Test
  void aRowIsShapedByTheVersionInForce(ExportAccount account) throws Exception {
    Fact fact = enumerated(account, "closed").register();
    fact.change("INSERT INTO %s VALUES (1, 'a', 1, 'X'), (2, 'b', 1, 'O')");
    fact.export();
    promote(fact, fact.contractText().replace("value: closed", "value: open"));

    JsonNode answer = release(fact, "{\"rule\": \"unknownEnum\", \"reason\": \"now open\"}");

    assertThat(answer.get("released").asInt()).isEqualTo(1);
    assertThat(fact.published()).containsExactly("U 1 a 1.00 X");
    assertThat(fact.last().contractVersion()).hasToString("1.1.0");
  }

  @Test
  void anOpenEnumLetsUnknownValuesPass(ExportAccount account) throws Exception {
    Fact fact = enumerated(account, "open").register();
    fact.change("INSERT INTO %s VALUES (1, 'a', 1, 'X')");

    fact.export();

    assertThat(fact.published()).containsExactly("U 1 a 1.00 X");
  }

  @Test
  void onlyTheRuleAskedForIsLookedAt(ExportAccount account) throws Exception {
    Fact fact = state(account);
    fact.change("INSERT INTO %s VALUES (1, 'one', 1), (1, 'two', 1)");
    fact.export();
    fact.change("DELETE FROM %s WHERE A = 'two'");

    JsonNode answer = release(fact, "{\"rule\": \"doesNotFit\", \"reason\": \"looking\"}");

    assertThat(answer.get("outcome").asText()).isEqualTo("nothing to publish");
    assertThat(open(fact)).as("the other one is gone").isEqualTo("1");
  }

  @Test
  void aRepairedEventGoesOutLateAndMarked(ExportAccount account) throws Exception {
    Fact fact = events(account);
    fact.change(
        "INSERT INTO %s VALUES (1, 10, '2026-01-01', 'fine'), (1, 20, '2026-01-01', 'far too long'), (1, 30, '2026-01-01', 'long too')");
    fact.export();
    fact.change("UPDATE %s SET T = 'short' WHERE ID = 20", "DELETE FROM %s WHERE ID = 30");

    JsonNode answer = release(fact, "{\"reason\": \"shortened\"}");

    assertThat(answer.get("released").asInt()).isEqualTo(1);
    assertThat(answer.get("superseded").asInt()).as("the export saw that it is gone").isZero();
    assertThat(fact.last().kind()).isEqualTo(Manifest.Kind.RELEASE);
    assertThat(fact.published()).containsExactly("U 1 20 20454 short");
    assertThat(open(fact)).isEqualTo("0");
    assertThat(release(fact, "{\"reason\": \"again\"}").get("released").asInt()).isZero();
  }

  @Test
  void anEventInsertedAgainUnderItsIdentityIsNotReleasedToo(ExportAccount account)
      throws Exception {
    Fact fact = events(account);
    fact.change("INSERT INTO %s VALUES (1, 20, '2026-01-01', 'far too long')");
    fact.export();
    fact.change("DELETE FROM %s", "INSERT INTO %s VALUES (1, 20, '2026-01-01', 'short')");
    fact.export();
    assertThat(open(fact)).isEqualTo("0");

    release(fact, "{\"reason\": \"repaired\"}");

    assertThat(fact.manifests()).hasSize(1);
  }

  @Test
  void anEventThatCameWithABadCopyOfItselfIsNotPublishedAgain(ExportAccount account)
      throws Exception {
    Fact fact = events(account);
    fact.change(
        "INSERT INTO %s VALUES (1, 20, '2026-01-01', 'far too long'), (1, 20, '2026-01-01', 'short')");
    fact.export();
    fact.change("DELETE FROM %s WHERE T <> 'short'");

    release(fact, "{\"reason\": \"the copy is gone\"}");

    assertThat(fact.manifests()).hasSize(1);
    assertThat(open(fact)).isEqualTo("0");
  }

  @Test
  void whatIsBeyondTimeTravelIsRefused(ExportAccount account) throws Exception {
    Fact fact = state(account);
    fact.change("INSERT INTO %s VALUES (1, 'one', 1), (1, 'two', 1)");
    fact.export();
    fact.change("ALTER TABLE %s SET DATA_RETENTION_TIME_IN_DAYS = 0");

    assertThatThrownBy(() -> release(fact, "{\"reason\": \"hope\"}"))
        .hasMessageContaining("beyond its Time Travel")
        .hasMessageContaining("DATA_RETENTION_TIME_IN_DAYS");
  }

  @Test
  void aReleaseIsAuditedAndNeedsAReason(ExportAccount account) throws Exception {
    Fact fact = state(account);

    release(fact, "{\"reason\": \"asked by the owner\"}");

    assertThat(
            account.one(
                "SELECT DETAIL FROM FRESHET.APP.AUDIT_LOG WHERE ACTION = 'release' AND CONTRACT = '"
                    + fact.id()
                    + "'"))
        .endsWith("asked by the owner");
    assertThatThrownBy(() -> release(fact, "{}")).hasMessageContaining("reason is missing");
    assertThatThrownBy(() -> release(fact, "{\"reason\": \"x\", \"key\": 1}"))
        .hasMessageContaining("'key' is no option");
  }

  private static Fact state(ExportAccount account) throws Exception {
    return FactBuilder.state(account).with("onViolation", REJECT).register();
  }

  private static FactBuilder enumerated(ExportAccount account, String policy) {
    return FactBuilder.state(account)
        .field(
            "s",
            "VARCHAR(5)",
            "VARCHAR(5)",
            "customProperties:",
            "  - property: freshet.enum",
            "    value: [O, F]",
            "  - property: freshet.enumPolicy",
            "    value: " + policy)
        .with("onViolation", REJECT);
  }

  private static Fact events(ExportAccount account) throws Exception {
    return FactBuilder.event(account).with("onViolation", REJECT).register();
  }

  /** Puts another text in force as version 1.1.0. */
  private static void promote(Fact fact, String text) throws Exception {
    String next = text.replace("version: 1.0.0", "version: 1.1.0");
    fact.account()
        .execute(
            "INSERT INTO FRESHET.APP.CONTRACTS (CONTRACT, VERSION, TEXT) SELECT '"
                + fact.id()
                + "', '1.1.0', '"
                + next
                + "'",
            "UPDATE " + fact.schema() + ".HEAD SET CONTRACT_VERSION = '1.1.0'");
  }

  private static JsonNode release(Fact fact, String options) throws Exception {
    return fact.release(options);
  }

  private static String open(Fact fact) throws Exception {
    return fact.account()
        .one(
            "SELECT COUNT(*) FROM FRESHET.APP.OPEN_REJECTIONS WHERE CONTRACT = '"
                + fact.id()
                + "'");
  }

  private static List<List<String>> outcomes(Fact fact) throws Exception {
    return fact.account()
        .rows("SELECT OUTCOME FROM FRESHET.APP.RELEASES WHERE CONTRACT = '" + fact.id() + "'");
  }
}
