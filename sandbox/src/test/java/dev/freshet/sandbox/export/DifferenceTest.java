package dev.freshet.sandbox.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freshet.contract.manifest.Manifest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Chunks that publish what differs from what was last published, after changes were lost. */
@ExtendWith(SharedAccount.class)
class DifferenceTest {

  @Test
  void whatTheStreamLostIsPublishedAndNothingElse(ExportAccount account) throws Exception {
    Fact fact = FactBuilder.state(account).register();
    fact.change("INSERT INTO %s VALUES (1, 'a', 1), (2, 'b', 2), (3, 'c', 3), (5, 'e', 5)");
    fact.export();
    SnapshotRulesTest.hideFromTheStream(
        fact,
        "DELETE FROM %s WHERE K IN (1, 5)",
        "UPDATE %s SET B = 20 WHERE K = 2",
        "INSERT INTO %s VALUES (4, 'd', 4)");
    fact.change("UPDATE %s SET B = 30 WHERE K = 3");
    ask(fact);

    List<Manifest> sets = fact.serve();

    assertThat(sets).extracting(Manifest::kind).containsOnly(Manifest.Kind.REBASELINE);
    assertThat(sets).extracting(m -> m.rows().deletes()).containsExactly(1L, 1L);
    assertThat(sets).extracting(m -> m.rows().upserts()).containsExactly(1L, 1L);
    fact.export();
    new Guarantees(fact).hold();
    fact.change("DELETE FROM %s WHERE K = 2", "UPDATE %s SET B = 40 WHERE K = 4");
    fact.export();
    new Guarantees(fact).hold();
  }

  @Test
  void aDeleteOfARowThatIsGoneCarriesItsKey(ExportAccount account) throws Exception {
    Fact fact =
        new FactBuilder(account)
            .key("k", "VARCHAR(20)", "VARCHAR(20)")
            .key("d", "DATE", "DATE")
            .key("t", "TIMESTAMP_NTZ(3)", "TIMESTAMP_NTZ(3)")
            .key("n", "NUMBER(9,2)", "NUMBER(9,2)")
            .field("b", "NUMBER(9,0)", "NUMBER(9,0)")
            .register();
    fact.change(
        "INSERT INTO %s VALUES ('a:1:ä€', '2026-01-02', '1969-12-31 23:59:59.123', -1.50, 7)");
    fact.export();
    String upsert = fact.published().get(0);
    SnapshotRulesTest.hideFromTheStream(fact, "DELETE FROM %s");
    ask(fact);

    fact.serve();

    assertThat(fact.published())
        .containsExactly(upsert.replace("U ", "D ").replaceAll(" 7$", " -"));
  }

  private static void ask(Fact fact) throws Exception {
    fact.account()
        .execute(
            "INSERT INTO "
                + fact.schema()
                + ".REQUESTS (ID, KIND, OPTIONS, REASON) SELECT 'r', 'rebaseline', '{}', 'test'");
  }
}
