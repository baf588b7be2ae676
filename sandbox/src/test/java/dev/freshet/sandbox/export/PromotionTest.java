package dev.freshet.sandbox.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.freshet.cli.contract.Answer;
import dev.freshet.contract.Json;
import dev.freshet.contract.Version;
import dev.freshet.contract.manifest.Manifest;
import dev.freshet.contract.replay.ReplayRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Nothing enters force without the gate and a rehearsal that the bridge vouches for. */
@ExtendWith(SharedAccount.class)
class PromotionTest {
  private static final Version FIRST = Version.parse("1.0.0");

  @Test
  void theRowsOfTheSourceAreRehearsedAndTheReceiptAwaited(ExportAccount account) throws Exception {
    Fact fact = FactBuilder.state(account).with("lanes", "3").unregistered();
    fact.change("INSERT INTO %s VALUES (1, 'a', 1), (2, NULL, 2), (3, 'cc', NULL)");
    account.stageText(fact.contractText());

    Answer first = promote(account, fact);
    Answer waiting = promote(account, fact);
    ReplayRequest.Staging request = only(account, fact);
    new RehearsingBridge(account.stage()).answer(fact.id());
    Answer last = promote(account, fact);

    assertThat(first.state()).isEqualTo("rehearsing");
    assertThat(waiting.json()).isEqualTo(first.json());
    Manifest manifest = request.manifest().manifest();
    assertThat(manifest.kind()).isEqualTo(Manifest.Kind.SNAPSHOT);
    assertThat(manifest.lanes()).isEqualTo(1);
    assertThat(account.stage().rows(manifest))
        .extracting(row -> row.get(0) + " " + row.get(1) + " lane " + row.get(2))
        .containsExactly("U 1 lane 0", "U 2 lane 0", "U 3 lane 0");
    assertThat(last.state()).isEqualTo("active");
    assertThat(fact.streamHasData()).as("the rehearsal took nothing").isFalse();
  }

  @Test
  void anEmptySourceIsRehearsedToo(ExportAccount account) throws Exception {
    Fact fact = FactBuilder.state(account).unregistered();
    account.stageText(fact.contractText());

    promote(account, fact);

    assertThat(only(account, fact).manifest().manifest().parts()).isEmpty();
  }

  @Test
  void aFailedRehearsalRefusesAndTheNextPromotionBeginsAnother(ExportAccount account)
      throws Exception {
    Fact fact = FactBuilder.state(account).unregistered();
    account.stageText(fact.contractText());
    promote(account, fact);
    new RehearsingBridge(account.stage()).fail(only(account, fact), "no topic");

    Answer refused = promote(account, fact);
    Answer again = promote(account, fact);

    assertThat(refused.isRefused()).isTrue();
    assertThat(refused.text()).contains("topic-missing").contains("no topic");
    assertThat(again.state()).isEqualTo("rehearsing");
    assertThat(new RehearsingBridge(account.stage()).requests(fact.id())).hasSize(2);
  }

  @Test
  void fewerRecordsReadBackThanSentRefuse(ExportAccount account) throws Exception {
    Fact fact = FactBuilder.state(account).unregistered();
    fact.change("INSERT INTO %s VALUES (1, 'a', 1)");
    account.stageText(fact.contractText());
    promote(account, fact);
    new RehearsingBridge(account.stage()).tell(only(account, fact), 0);

    assertThat(promote(account, fact).text()).contains("0 were read back");
  }

  @Test
  void theGateIsHeldAgainBecauseTheSourceMayHaveMoved(ExportAccount account) throws Exception {
    Fact fact = FactBuilder.state(account).unregistered();
    account.stageText(fact.contractText());
    promote(account, fact);
    new RehearsingBridge(account.stage()).answer(fact.id());
    fact.change("INSERT INTO %s VALUES (1, 'a', 1), (1, 'b', 1)");

    Answer refused = promote(account, fact);

    assertThat(refused.isRefused()).isTrue();
    assertThat(refused.text()).contains("duplicateKey").contains("2 rows");
    assertThat(fact.head("CONTRACT_VERSION")).isNull();
  }

  @Test
  void aChangeThatWantsASnapshotIsPromotedWithOne(ExportAccount account) throws Exception {
    Fact fact = FactBuilder.state(account).register();
    fact.change("INSERT INTO %s VALUES (1, 'a', 1), (2, 'b', 0), (3, 'c', 3)");
    fact.export();

    account.registerText(onlyAboveZero(fact));
    fact.change("UPDATE %s SET A = 'z' WHERE K = 3");
    fact.serve();

    assertThat(fact.folded()).containsOnlyKeys("1", "3");
    assertThat(fact.published()).contains("D 2 - -");
    assertThat(fact.openRequests()).isZero();
  }

  @Test
  void theOperatorMayPromoteWithoutTheSnapshot(ExportAccount account) throws Exception {
    Fact fact = FactBuilder.state(account).register();
    account.stageText(onlyAboveZero(fact));
    Version version = Version.parse("1.1.0");
    ObjectNode without = Json.STRICT.createObjectNode().put("without_snapshot", true);
    account.procedures().promote(fact.id(), version, without);
    new RehearsingBridge(account.stage()).answer(fact.id());

    Answer answer = account.procedures().promote(fact.id(), version, without);

    assertThat(answer.state()).isEqualTo("active");
    assertThat(fact.openRequests()).isZero();
  }

  private static String onlyAboveZero(Fact fact) {
    return fact.contractText()
        .replace("version: 1.0.0", "version: 1.1.0")
        .replace(
            "    properties:\n",
            "      - property: freshet.where\n        value: B > 0\n    properties:\n");
  }

  @Test
  void checkingSaysEverythingAndWritesNothing(ExportAccount account) throws Exception {
    Fact fact = FactBuilder.state(account).unregistered();
    fact.change("INSERT INTO %s VALUES (1, 'a', 1), (1, 'b', 1), (NULL, 'c', 1)");

    Answer answer = account.procedures().check(fact.contractText());

    assertThat(answer.isRefused()).isTrue();
    assertThat(answer.text())
        .contains("duplicateKey")
        .contains("missingKey")
        .contains("field k: is required, but its column allows NULL; 1 rows")
        .contains("who is paged: the testers");
    assertThat(account.rows("SHOW SCHEMAS LIKE 'SHOP__" + fact.name() + "%' IN DATABASE FRESHET"))
        .isEmpty();
  }

  private static ReplayRequest.Staging only(ExportAccount account, Fact fact) {
    return new RehearsingBridge(account.stage()).requests(fact.id()).get(0);
  }

  private static Answer promote(ExportAccount account, Fact fact) {
    return account.procedures().promote(fact.id(), FIRST, options());
  }

  private static ObjectNode options() {
    return Json.STRICT.createObjectNode().put("reason", "test");
  }
}
