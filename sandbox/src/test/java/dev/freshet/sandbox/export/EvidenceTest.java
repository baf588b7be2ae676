package dev.freshet.sandbox.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.freshet.contract.Json;
import dev.freshet.contract.manifest.SealedManifest;
import dev.freshet.contract.stage.Receipt;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What somebody with a Snowflake session can find out of what was published, and why not. */
@ExtendWith(SharedAccount.class)
class EvidenceTest {

  @Test
  void aChangeSetIsTakenAnnouncedPublishedInPartAndPublished(ExportAccount account)
      throws Exception {
    Fact fact = FactBuilder.state(account).with("lanes", "2").register();
    fact.change("INSERT INTO %s VALUES (1, 'a', 1), (2, 'b', 1)");
    fact.export();
    PublishingBridge bridge = new PublishingBridge(account.stage());
    SealedManifest manifest = fact.manifests().get(0);

    assertThat(state(fact)).isEqualTo("announced");
    bridge.publish(manifest, 0);
    collect(account);
    assertThat(state(fact)).isEqualTo("published in part");
    bridge.publish(manifest, 1);
    collect(account);

    assertThat(state(fact)).isEqualTo("published");
    assertThat(
            account.rows(
                "SELECT LANE, TOPIC, PUBLISHED_AT::VARCHAR LIKE '2026-01-31 13:45:00.25%'"
                    + " FROM FRESHET.APP.PUBLICATIONS "
                    + of(fact)
                    + " ORDER BY LANE"))
        .containsExactly(
            List.of("0", fact.id().toString(), "TRUE"), List.of("1", fact.id().toString(), "TRUE"));
    assertThat(
            account.rows(
                "SELECT LANE, PARTITION, FIRST_OFFSET, LAST_OFFSET, RECORDS FROM"
                    + " FRESHET.APP.PUBLISHED_OFFSETS "
                    + of(fact)))
        .containsExactly(List.of("0", "3", "100", "102", "2"));
  }

  @Test
  void whatWasCollectedIsNotCollectedAgain(ExportAccount account) throws Exception {
    Fact fact = FactBuilder.state(account).register();
    for (int i = 0; i < 2; i++) {
      fact.change("INSERT INTO %s VALUES (" + i + ", 'a', 1)");
      fact.export();
      new PublishingBridge(account.stage()).publish(fact);
      collect(account);
    }

    JsonNode again = collect(account);

    assertThat(again.get("collected").asLong()).isZero();
    assertThat(
            account.one(
                "SELECT COUNT(*) || '/' || MAX(SEQUENCE) FROM FRESHET.APP.RECEIPTS " + of(fact)))
        .isEqualTo("2/2");
  }

  @Test
  void anObjectThatProvesNothingIsNotedOnceAndDoesNotStopTheOthers(ExportAccount account)
      throws Exception {
    Fact fact = FactBuilder.state(account).with("lanes", "5").register();
    fact.change("INSERT INTO %s VALUES (1, 'a', 1)");
    fact.export();
    PublishingBridge bridge = new PublishingBridge(account.stage());
    SealedManifest sealed = fact.manifests().get(0);
    bridge.write(sealed.manifest(), 0, "\u0001 no JSON");
    bridge.write(sealed.manifest(), 1, bridge.receipt(sealed, 1, "yesterday").text());
    bridge.write(
        sealed.manifest(), 2, otherManifest(bridge.receipt(sealed, 2, "2026-01-31T13:45:00Z")));
    bridge.write(sealed.manifest(), 3, " ".repeat(1_000_001));
    bridge.publish(sealed, 4);

    JsonNode collected = collect(account);
    JsonNode again = collect(account);

    assertThat(collected.get("collected").asLong()).isEqualTo(1);
    assertThat(collected.get("noted").asLong()).isEqualTo(4);
    assertThat(again.get("noted").asLong()).isZero();
    assertThat(
            account.rows(
                "SELECT WHY FROM FRESHET.APP.RECEIPT_NOTES WHERE CONTAINS(OBJECT, '"
                    + fact.id()
                    + "') ORDER BY OBJECT"))
        .extracting(row -> row.get(0))
        .satisfiesExactly(
            why -> assertThat(why).isEqualTo("it is no receipt"),
            why -> assertThat(why).isEqualTo("published_at is no time"),
            why -> assertThat(why).contains("another manifest than the one announced"),
            why -> assertThat(why).contains("bytes long"));

    bridge.publish(sealed, 0);
    assertThat(collect(account).get("collected").asLong()).isEqualTo(1);
  }

  private static String otherManifest(Receipt receipt) {
    return receipt.text().replace(receipt.manifestDigest(), "0".repeat(64));
  }

  @Test
  void runsThatPublishedNothingFailedOrHaltedAreSeenToo(ExportAccount account) throws Exception {
    Fact fact = FactBuilder.state(account).register();
    fact.change("INSERT INTO %s VALUES (1, 'a', 1)");
    fact.export();
    fact.change("UPDATE %s SET B = B");
    fact.export();
    fact.change("INSERT INTO %s VALUES (3, 'a', 1)");
    account.execute("ALTER TABLE " + fact.schema() + ".TODO RENAME TO " + fact.schema() + ".GONE");
    assertThatThrownBy(fact::export).hasMessageContaining("TODO");
    account.execute("ALTER TABLE " + fact.schema() + ".GONE RENAME TO " + fact.schema() + ".TODO");
    fact.change("INSERT INTO %s VALUES (NULL, 'no key', 1)");
    assertThatThrownBy(fact::export).hasMessageContaining("missingKey");

    List<List<String>> runs =
        account.rows(
            "SELECT OUTCOME, SEQUENCE, MESSAGE FROM FRESHET.APP.RUNS "
                + of(fact)
                + " ORDER BY RAN_AT");

    assertThat(runs)
        .extracting(row -> row.get(0))
        .containsExactly("change set", "nothing to publish", "failed", "halted");
    assertThat(runs.get(2).get(2)).contains("Snowflake refused a statement with error");
    assertThat(runs.get(3).get(2)).startsWith("missingKey: ");
  }

  @Test
  void theLogKeepsTheStatementsBehindAChangeSet(ExportAccount account) throws Exception {
    Fact fact = FactBuilder.state(account).register();
    fact.change("INSERT INTO %s VALUES (1, 'a', 1)");
    fact.export();

    assertThat(
            account.rows(
                "SELECT QUERY_ID FROM FRESHET.APP.CHANGE_SET_QUERIES "
                    + of(fact)
                    + " AND SEQUENCE = 1"))
        .extracting(row -> row.get(0))
        .containsExactlyInAnyOrderElementsOf(fact.last().source().queryIds());
  }

  @Test
  void lagIsToldStepByStepAndRowsByTheHour(ExportAccount account) throws Exception {
    Fact fact =
        FactBuilder.state(account)
            .field("at", "TIMESTAMP_NTZ(3)", "TIMESTAMP_NTZ(3)", "required: true")
            .with("eventTime", "at")
            .register();
    fact.change("INSERT INTO %s VALUES (1, 'a', 1, DATEADD('minute', -2, SYSDATE()))");
    fact.export();
    new PublishingBridge(account.stage()).publish(fact);
    collect(account);

    assertThat(
            account.rows(
                "SELECT EVENT_TO_TAKEN BETWEEN 119 AND 180, TAKEN_TO_ANNOUNCED BETWEEN 0 AND 60,"
                    + " TAKEN_TO_PUBLISHED IS NOT NULL FROM FRESHET.APP.EXPORT_LAG "
                    + of(fact)))
        .containsExactly(List.of("TRUE", "TRUE", "TRUE"));
    assertThat(
            account.rows(
                "SELECT SUM(RUNS), SUM(CHANGE_SETS), SUM(UPSERTS) FROM FRESHET.APP.ROWS_PER_HOUR "
                    + of(fact)))
        .containsExactly(List.of("1", "1", "1"));
  }

  @Test
  void rejectionsAreCountedByRule(ExportAccount account) throws Exception {
    Fact fact =
        FactBuilder.state(account)
            .with("onViolation", "{doesNotFit: reject}")
            .with("maxRejectedShare", "1")
            .register();
    fact.change("INSERT INTO %s VALUES (1, 'much too long', 1), (2, 'far too long', 1)");
    fact.export();

    assertThat(
            account.rows(
                "SELECT RULE, REJECTED, WAITING FROM FRESHET.APP.REJECTIONS_BY_RULE " + of(fact)))
        .containsExactly(List.of("doesNotFit", "2", "2"));
  }

  @Test
  void aTaskOfItsOwnCollectsReceipts(ExportAccount account) throws Exception {
    assertThat(
            account.named("SHOW TASKS LIKE 'RECEIPTS_COLLECTION' IN SCHEMA FRESHET.APP", "state"))
        .isEqualToIgnoringCase("started");
    assertThat(
            account.named("SHOW TASKS LIKE 'RECEIPTS_COLLECTION' IN SCHEMA FRESHET.APP", "owner"))
        .isEqualTo("FRESHET_OWNER");
  }

  private static String state(Fact fact) throws Exception {
    return fact.account()
        .one("SELECT STATE FROM FRESHET.APP.CHANGE_SET_STATES " + of(fact) + " AND SEQUENCE = 1");
  }

  private static JsonNode collect(ExportAccount account) throws Exception {
    return Json.STRICT.readTree(account.one("CALL FRESHET.APP_V1.COLLECT_RECEIPTS()"));
  }

  private static String of(Fact fact) {
    return "WHERE CONTRACT = '" + fact.id() + "'";
  }
}
