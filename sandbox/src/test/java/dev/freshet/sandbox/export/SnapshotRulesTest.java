package dev.freshet.sandbox.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Rows of a chunk are held to the rules, and what KEYS learns of them holds for later changes. */
@ExtendWith(SharedAccount.class)
class SnapshotRulesTest {
  private static final String ALL = "{\"reason\": \"test\"}";
  private static final String REJECT = "{duplicateKey: reject, doesNotFit: reject}";

  @Test
  void aRowThatBreaksARuleIsSetAsideOnce(ExportAccount account) throws Exception {
    Fact fact = rejecting(account, "(1, 'a', 1), (1, 'b', 2), (2, 'far too long a text', 1)");
    fact.askSnapshot(ALL);
    fact.serve();
    fact.askSnapshot(ALL);
    fact.serve();

    assertThat(fact.folded()).isEmpty();
    assertThat(rejections(fact)).isEqualTo("3");
    fact.change("INSERT INTO %s VALUES (2, 'beside', 1)");
    assertThat(fact.export().get("rejected").asInt()).as("the key is held").isEqualTo(1);
  }

  @Test
  void aRuleThatHaltsHaltsAChunkToo(ExportAccount account) throws Exception {
    Fact fact = FactBuilder.state(account).register();
    fact.change("INSERT INTO %s VALUES (1, 'a', 1)");
    fact.export();
    hideFromTheStream(fact, "INSERT INTO %s VALUES (1, 'b', 2)");
    fact.askSnapshot(ALL);

    assertThatThrownBy(fact::export).hasMessageContaining("duplicateKey");

    fact.change("DELETE FROM %s WHERE A = 'b'");
  }

  @Test
  void aDuplicateBesideALoadedRowComesAndGoesWithoutATrace(ExportAccount account) throws Exception {
    Fact fact = rejecting(account, "(1, 'a', 1)");
    fact.askSnapshot(ALL);
    fact.serve();
    fact.change("INSERT INTO %s VALUES (1, 'b', 2)");
    assertThat(fact.export().get("rejected").asInt()).isEqualTo(1);

    fact.change("DELETE FROM %s WHERE A = 'b'");
    JsonNode outcome = fact.export();

    assertThat(outcome.get("deletes").asInt()).isZero();
    fact.change("UPDATE %s SET B = 3");
    fact.export();
    new Guarantees(fact).hold();
  }

  private static Fact rejecting(ExportAccount account, String rows) throws Exception {
    Fact fact =
        FactBuilder.state(account)
            .with("onViolation", REJECT)
            .with("maxRejectedShare", "1")
            .unregistered();
    fact.change("INSERT INTO %s VALUES " + rows);
    account.registerText(fact.contractText());
    return fact;
  }

  private static String rejections(Fact fact) throws Exception {
    return fact.account()
        .one(
            "SELECT COUNT(*) FROM FRESHET.APP.OPEN_REJECTIONS WHERE CONTRACT = '"
                + fact.id()
                + "'");
  }

  /** As if somebody had read the stream in a DML, and the contract had been resumed. */
  static void hideFromTheStream(Fact fact, String... changes) throws Exception {
    fact.change(changes);
    fact.account()
        .execute(
            "USE ROLE FRESHET_OWNER",
            "CREATE OR REPLACE STREAM " + fact.schema() + ".SOURCE_STREAM ON TABLE " + fact.table(),
            "UPDATE " + fact.schema() + ".HEAD SET SOURCE_VERSION = NULL",
            "USE ROLE ACCOUNTADMIN");
  }
}
