package dev.freshet.sandbox.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.freshet.contract.manifest.Manifest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What stands in the source is published by chunks, beside the changes. */
@ExtendWith(SharedAccount.class)
class SnapshotTest {
  private static final String ALL = "{\"reason\": \"first load\"}";

  @Test
  void rowsFromBeforeTheContractArePublishedInChunks(ExportAccount account) throws Exception {
    Fact fact = before(account, 7);
    fact.askSnapshot(ALL);

    List<Manifest> sets = fact.serve();

    assertThat(sets).extracting(m -> m.rows().upserts()).containsExactly(3L, 3L, 1L);
    assertThat(sets).extracting(Manifest::kind).containsOnly(Manifest.Kind.SNAPSHOT);
    new Guarantees(fact).hold();
  }

  @Test
  void changesGoOnBetweenChunks(ExportAccount account) throws Exception {
    Fact fact = before(account, 7);
    fact.askSnapshot(ALL);
    fact.export();
    fact.change("UPDATE %s SET B = 100 WHERE K IN (1, 6)", "DELETE FROM %s WHERE K IN (2, 7)");

    fact.serve();

    assertThat(fact.manifests())
        .extracting(m -> m.manifest().kind())
        .contains(Manifest.Kind.CHANGES, Manifest.Kind.SNAPSHOT);
    new Guarantees(fact).hold();
  }

  @Test
  void factsThatDidNotChangeArePublishedAgain(ExportAccount account) throws Exception {
    Fact fact = FactBuilder.state(account).register();
    fact.change("INSERT INTO %s VALUES (1, 'a', 1), (2, 'b', 2)");
    fact.export();
    fact.askSnapshot(ALL);

    fact.serve();

    assertThat(fact.published()).containsExactly("U 1 a 1.00", "U 2 b 2.00");
    fact.change("DELETE FROM %s WHERE K = 1", "UPDATE %s SET B = 3 WHERE K = 2");
    fact.export();
    assertThat(fact.published()).containsExactly("D 1 - -", "U 2 b 3.00");
  }

  @Test
  void aConditionChoosesRows(ExportAccount account) throws Exception {
    Fact fact = before(account, 7);
    fact.askSnapshot("{\"reason\": \"some\", \"where\": \"K >= 6\"}");

    List<Manifest> sets = fact.serve();

    assertThat(sets).hasSize(1);
    assertThat(fact.folded()).containsOnlyKeys("6", "7");
  }

  @Test
  void aConditionOverAColumnThatIsNotThereIsRefused(ExportAccount account) throws Exception {
    Fact fact = before(account, 1);

    assertThatThrownBy(() -> fact.askSnapshot("{\"reason\": \"some\", \"where\": \"NONE = 1\"}"))
        .hasMessageContaining("is refused");
    assertThat(fact.openRequests()).isZero();
  }

  @Test
  void theTaskStaysAwakeUntilTheLastChunk(ExportAccount account) throws Exception {
    Fact fact = before(account, 4);
    fact.askSnapshot(ALL);

    fact.export();
    assertThat(isAwake(fact)).isTrue();
    fact.export();

    assertThat(isAwake(fact)).isFalse();
  }

  @Test
  void aCancelledRequestIsServedNoMore(ExportAccount account) throws Exception {
    Fact fact = before(account, 7);
    String id = fact.askSnapshot(ALL);
    fact.export();

    account.call("CANCEL_REQUEST", fact.name(), id, "enough");
    JsonNode outcome = fact.export();

    assertThat(outcome.get("upserts").asInt()).isZero();
    assertThat(isAwake(fact)).isFalse();
    assertThatThrownBy(() -> account.call("CANCEL_REQUEST", fact.name(), id, "again"))
        .hasMessageContaining("is not open");
  }

  @Test
  void eventsAreLoadedBeforeTheirFirstChanges(ExportAccount account) throws Exception {
    Fact fact =
        new FactBuilder(account)
            .with("kind", "event")
            .with("identity", "[k, b]")
            .with("eventTime", "at")
            .key("k", "NUMBER(38,0)", "NUMBER(9,0)")
            .field("b", "NUMBER(9,0)", "NUMBER(9,0)", "required: true")
            .field("at", "DATE", "DATE", "required: true")
            .unregistered();
    fact.change(
        "INSERT INTO %s SELECT 1, SEQ, '2026-01-01' FROM (VALUES (1), (2), (3), (4)) AS v (SEQ)",
        "INSERT INTO %s VALUES (2, 1, '2026-01-01')");
    account.stageText(fact.contractText());
    fact.askSnapshot(ALL);
    account.registerText(fact.contractText());
    fact.change("INSERT INTO %s VALUES (0, 1, '2026-01-02'), (2, 2, '2026-01-02')");

    fact.serve();
    fact.export();

    assertThat(fact.manifests())
        .extracting(m -> m.manifest().kind())
        .containsExactly(Manifest.Kind.SNAPSHOT, Manifest.Kind.SNAPSHOT, Manifest.Kind.CHANGES);
    assertThat(fact.published()).containsExactly("U 0 1 20455", "U 2 2 20455");
    assertThatThrownBy(() -> fact.askSnapshot(ALL)).hasMessageContaining("published already");
  }

  @Test
  void withoutTimeTravelASnapshotIsRefusedAndOneOnItsWayFails(ExportAccount account)
      throws Exception {
    Fact fact = before(account, 4);
    fact.askSnapshot(ALL);
    fact.change("ALTER TABLE %s SET DATA_RETENTION_TIME_IN_DAYS = 0");

    fact.export();

    assertThat(account.rows("SELECT STATE, DETAIL FROM " + fact.schema() + ".REQUEST_STEPS"))
        .singleElement()
        .satisfies(
            step -> assertThat(step.toString()).contains("failed", "DATA_RETENTION_TIME_IN_DAYS"));
    assertThatThrownBy(() -> fact.askSnapshot(ALL))
        .hasMessageContaining("DATA_RETENTION_TIME_IN_DAYS");
    assertThat(isAwake(fact)).isFalse();
  }

  private static boolean isAwake(Fact fact) throws Exception {
    return Boolean.parseBoolean(
        fact.account().one("SELECT SYSTEM$STREAM_HAS_DATA('" + fact.schema() + ".TODO_STREAM')"));
  }

  /** A contract over a table that has rows already: (1, 'a', 1), (2, 'a', 2) and so on. */
  private static Fact before(ExportAccount account, int rows) throws Exception {
    Fact fact = FactBuilder.state(account).unregistered();
    for (int k = 1; k <= rows; k++) {
      fact.change("INSERT INTO %s VALUES (" + k + ", 'a', " + k + ")");
    }
    account.registerText(fact.contractText());
    return fact;
  }
}
