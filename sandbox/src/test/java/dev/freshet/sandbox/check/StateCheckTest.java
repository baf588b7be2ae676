package dev.freshet.sandbox.check;

import static dev.freshet.sandbox.check.PublishedContract.Fact.gone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.freshet.contract.Contract;
import dev.freshet.contract.Rule;
import dev.freshet.contract.stage.StageLayout;
import dev.freshet.sandbox.check.PublishedContract.Fact;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateCheckTest {
  @TempDir static Path directory;
  private static Chain chain;
  private Contract contract;
  private PublishedContract published;

  @BeforeAll
  static void start() throws Exception {
    chain = new Chain(directory);
  }

  @AfterAll
  static void stop() throws Exception {
    chain.close();
  }

  @BeforeEach
  void publishTwoChangeSets() throws Exception {
    contract = chain.contract("order_status_changed");
    published = chain.publish(contract);
    published.changeSet(order(1, "O"), order(2, "O"), order(3, "O"));
    published.changeSet(order(1, "F"), gone("2"));
    chain.source(row(1, "F"), row(3, "O"));
  }

  @AfterEach
  void close() {
    published.close();
  }

  private static Fact order(int key, String status) {
    // Not in the contract's order: order of fields is no difference.
    return Fact.of(
        Integer.toString(key),
        "{\"status\":\"%s\",\"o_orderkey\":%d,\"o_totalprice\":\"%d.50\"}"
            .formatted(status, key, key));
  }

  private static String row(int key, String status) {
    return "(%d, 7, '%s', %d.5, '1996-01-02')".formatted(key, status, key);
  }

  private void assertWrong(String what, String example) throws Exception {
    ContractReport report = chain.check(contract);
    assertThat(report.passed()).isFalse();
    assertThat(report.problems())
        .anySatisfy(
            problem -> {
              assertThat(problem.what()).isEqualTo(what);
              assertThat(problem.examples()).anyMatch(text -> text.startsWith(example));
            });
  }

  @Test
  void passesATopicThatFoldsToItsSource() throws Exception {
    published.changeSet(order(2, "P"));
    chain.source(row(1, "F"), row(2, "P"), row(3, "O"));
    ContractReport report = chain.check(contract);
    assertThat(report.problems()).isEmpty();
    assertThat(report.rows()).isEqualTo(new Rows(3, 3, 3));
    assertThat(report.witnesses())
        .extracting(Tally::witness, Tally::changeSets, Tally::total)
        .containsExactly(
            tuple("log", 3, new Published(5, 1)),
            tuple("manifests", 3, new Published(5, 1)),
            tuple("receipts", 3, new Published(5, 1)),
            tuple("topic", 3, new Published(5, 1)));
  }

  @Test
  void leavesOutWhatARuleSetAside() throws Exception {
    chain.source(row(1, "F"), row(3, "O"), row(4, "X"));
    chain.reject(contract, "unknownEnum", "4");
    assertThat(chain.check(withFourSetAside()).problems()).isEmpty();
  }

  @Test
  void findsABadRowThatNoRuleSetAside() throws Exception {
    chain.source(row(1, "F"), row(3, "O"), row(4, "X"));
    published.changeSet(order(4, "X"));
    assertThat(chain.check(withFourSetAside()).problems())
        .extracting(Problem::what)
        .containsExactly(
            "keys of the topic missing in the source",
            "rules that set aside other rows than they should");
  }

  private CheckedContract withFourSetAside() {
    return new CheckedContract(
        contract, "SHOP.CORE.ORDERS", List.of(new SetAside(Rule.UNKNOWN_ENUM, "O_ORDERKEY", "4")));
  }

  @Test
  void findsARowThatWasNeverPublished() throws Exception {
    chain.source(row(1, "F"), row(3, "O"), row(4, "O"));
    assertWrong("keys of the source missing in the topic", "4");
  }

  @Test
  void findsAKeyThatOutlivedItsRow() throws Exception {
    chain.source(row(1, "F"));
    assertWrong("keys of the topic missing in the source", "3");
  }

  @Test
  void findsAValueThatDiffersInOneDigit() throws Exception {
    chain.source(row(1, "F"), "(3, 7, 'O', 3.51, '1996-01-02')");
    assertWrong("keys whose value in the topic is not the source's", "3");
  }

  @Test
  void findsANullThatBecameAValue() throws Exception {
    chain.source(row(1, "F"), "(3, 7, 'O', NULL, '1996-01-02')");
    assertWrong("keys whose value in the topic is not the source's", "3");
  }

  @Test
  void findsARecordThatIsThereTwiceThoughTheFoldIsTheSame() throws Exception {
    published.send(2, order(1, "F"));
    assertWrong("change sets of which the manifests and the topic tell different counts", "2 ");
    assertWrong(
        "partitions that hold another number of a change set's records than its receipts say",
        "change set 2");
    assertWrong("records that do not follow the change set before theirs", "0@5");
  }

  @Test
  void findsAnOldValueAfterANewerOne() throws Exception {
    published.send(1, order(1, "O"));
    assertWrong("records that do not follow the change set before theirs", "0@5");
    assertWrong("keys whose value in the topic is not the source's", "1");
  }

  @Test
  void findsAChangeSetThatWasNotPublished() throws Exception {
    published.announce(order(3, "F"));
    chain.source(row(1, "F"), row(3, "F"));
    assertWrong("lanes without a receipt", StageLayout.receipt(published.id(), 3, 0));
    assertWrong("change sets of which the manifests and the topic tell different counts", "3 ");
  }

  @Test
  void findsAGapInTheManifests() throws Exception {
    published.remove(StageLayout.manifest(published.id(), 1));
    assertWrong("gaps in the sequence of manifests", "before 2");
    assertWrong("change sets of which the manifests and the log tell different counts", "1 ");
  }

  @Test
  void findsAHeadThatLags() throws Exception {
    published.remove(StageLayout.head(published.id()));
    assertWrong("heads that do not name the last manifest", StageLayout.head(published.id()));
  }

  @Test
  void findsALogThatTellsAnotherStory() throws Exception {
    chain.execute(
        "UPDATE FRESHET.APP.CHANGE_SETS SET UPSERTS = UPSERTS + 1 WHERE SEQUENCE = 2 AND CONTRACT = '"
            + published.id()
            + "'");
    assertWrong("change sets of which the manifests and the log tell different counts", "2 ");
  }

  @Test
  void findsARecordThatIsNoFact() throws Exception {
    published.changeSet(Fact.of("3", "[1]"));
    assertWrong("records whose value is no fact", "0@5");
  }
}
