package dev.freshet.sandbox.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A contract stops when too many of its rows of a day are set aside, not for a single one. */
@ExtendWith(SharedAccount.class)
class RejectedShareTest {

  @Test
  void aFewBadRowsOfASmallContractAreSetAside(ExportAccount account) throws Exception {
    Fact fact = rejecting(account, "0.005");
    fact.change("INSERT INTO %s VALUES (1, 'good', 1)", bad(10, 15));

    assertThat(fact.export().get("rejected_by_rule").get("doesNotFit").asInt()).isEqualTo(5);
    assertThat(fact.published()).containsExactly("U 1 good 1.00");
  }

  @Test
  void oneMoreThanTheShareHaltsAndTakesNothing(ExportAccount account) throws Exception {
    Fact fact = rejecting(account, "0.005");
    fact.change(bad(10, 13));
    fact.export();
    fact.change("INSERT INTO %s VALUES (1, 'good', 1)", bad(20, 23));

    assertThatThrownBy(fact::export)
        .hasMessageContaining("3 rows")
        .hasMessageContaining("6 of 7")
        .hasMessageContaining("maxRejectedShare allows 0.005");

    assertThat(fact.manifests()).isEmpty();
    assertThat(fact.streamHasData()).isTrue();
    assertThat(rejections(fact)).isEqualTo("3");
  }

  @Test
  void theShareIsThatOfAllRowsOnceThereAreMany(ExportAccount account) throws Exception {
    Fact fact = rejecting(account, "0.005");
    fact.change(rows(1000, 2995, "good"), bad(10, 20));

    assertThat(fact.export().get("rejected").asInt()).isEqualTo(10);

    fact.change(bad(30, 31));
    assertThatThrownBy(fact::export).hasMessageContaining("11 of 2006");
  }

  @Test
  void rowsOfTheDayBeforeAreForgotten(ExportAccount account) throws Exception {
    Fact fact = rejecting(account, "0.005");
    fact.change(bad(10, 15));
    fact.export();
    account.execute(
        "UPDATE FRESHET.APP.CHANGE_SETS SET TAKEN_AT = DATEADD('hour', -25, TAKEN_AT)"
            + " WHERE CONTRACT = '"
            + fact.id()
            + "'");
    fact.change(bad(20, 25));

    assertThat(fact.export().get("rejected").asInt()).isEqualTo(5);
  }

  @Test
  void theLogHasTheRejectionsByRule(ExportAccount account) throws Exception {
    Fact fact = rejecting(account, "0.5");
    fact.change("INSERT INTO %s VALUES (1, 'one', 1), (1, 'two', 1)", bad(10, 11));

    fact.export();

    assertThat(
            account.rows(
                "SELECT REJECTED, REJECTED_BY_RULE FROM FRESHET.APP.CHANGE_SETS WHERE CONTRACT = '"
                    + fact.id()
                    + "'"))
        .containsExactly(List.of("3", "{\"doesNotFit\":1,\"duplicateKey\":2}"));
  }

  private static Fact rejecting(ExportAccount account, String share) throws Exception {
    return FactBuilder.state(account)
        .with("onViolation", "{doesNotFit: reject, duplicateKey: reject}")
        .with("maxRejectedShare", share)
        .register();
  }

  /** Rows of the keys from one to before another, with a text that does not fit. */
  private static String bad(int from, int to) {
    return rows(from, to, "far too long");
  }

  private static String rows(int from, int to, String text) {
    return IntStream.range(from, to)
        .mapToObj(key -> "(" + key + ", '" + text + "', 1)")
        .collect(Collectors.joining(", ", "INSERT INTO %s VALUES ", ""));
  }

  private static String rejections(Fact fact) throws Exception {
    return fact.account()
        .one("SELECT COUNT(*) FROM FRESHET.APP.REJECTIONS WHERE CONTRACT = '" + fact.id() + "'");
  }
}
