package dev.freshet.sandbox.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freshet.contract.Contract;
import dev.freshet.sandbox.check.PublishedContract.Fact;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventCheckTest {
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
    contract = chain.contract("order_placed");
    published = chain.publish(contract);
    published.changeSet(placed(7, 1, "1996-01-02"), placed(7, 2, "1996-03-01"));
    published.changeSet(placed(7, 3, "1996-02-01"), placed(8, 4, "1992-01-01"));
    chain.source(
        row(7, 1, "1996-01-02"),
        row(8, 4, "1992-01-01"),
        row(7, 3, "1996-02-01"),
        row(7, 2, "1996-03-01"));
  }

  @AfterEach
  void close() {
    published.close();
  }

  private static Fact placed(int customer, int order, String date) {
    return Fact.of(
        Integer.toString(customer),
        "{\"o_custkey\":%d,\"o_orderkey\":%d,\"o_orderdate\":\"%s\",\"o_totalprice\":\"10.00\"}"
            .formatted(customer, order, date));
  }

  private static String row(int customer, int order, String date) {
    return "(%d, %d, 'O', 10, '%s')".formatted(order, customer, date);
  }

  private void assertWrong(String what, String example) throws Exception {
    ContractReport report = chain.check(contract);
    assertThat(report.passed()).isFalse();
    assertThat(report.problems())
        .anySatisfy(
            problem -> {
              assertThat(problem.what()).isEqualTo(what);
              assertThat(problem.examples()).contains(example);
            });
  }

  @Test
  void passesWhenEveryRowInsertedIsAnEvent() throws Exception {
    ContractReport report = chain.check(contract);
    assertThat(report.problems()).isEmpty();
    assertThat(report.rows()).isEqualTo(new Rows(4, 4, 4));
  }

  @Test
  void passesEqualEventsThatAreThereEquallyOften() throws Exception {
    published.changeSet(placed(8, 4, "1992-01-01"));
    chain.execute("INSERT INTO SHOP.CORE.ORDERS VALUES " + row(8, 4, "1992-01-01"));
    assertThat(chain.check(contract).problems()).isEmpty();
  }

  @Test
  void findsAnEventThatIsMissing() throws Exception {
    chain.execute("INSERT INTO SHOP.CORE.ORDERS VALUES " + row(8, 5, "1992-01-01"));
    assertWrong("events of the source missing in the topic, by key", "8");
  }

  @Test
  void findsAnEventThatIsDoubled() throws Exception {
    published.changeSet(placed(8, 4, "1992-01-01"));
    assertWrong("events of the topic missing in the source, or doubled, by key", "8 (1)");
  }

  @Test
  void findsEventsOfAChangeSetOutOfOrder() throws Exception {
    published.changeSet(placed(9, 6, "1996-01-02"), placed(9, 5, "1996-01-01"));
    assertWrong("events before an earlier one of their key and change set", "0@5");
  }
}
