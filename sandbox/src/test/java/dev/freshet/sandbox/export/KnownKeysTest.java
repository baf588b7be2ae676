package dev.freshet.sandbox.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.StatementObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a contract remembers of its keys from run to run. */
@ExtendWith(SharedAccount.class)
class KnownKeysTest {
  private static final String REJECT = "{duplicateKey: reject, doesNotFit: reject}";

  @Test
  void aSecondRowOfAKeyIsADuplicateThoughItComesInALaterRun(ExportAccount account)
      throws Exception {
    Fact fact = loaded(account);
    fact.change("INSERT INTO %s VALUES (1, 'again', 9)");

    JsonNode outcome = fact.export();

    assertThat(outcome.get("rejected").asInt()).isEqualTo(1);
    assertThat(fact.manifests()).hasSize(1);
  }

  @Test
  void aLaterDuplicateHaltsIfTheContractSaysSo(ExportAccount account) throws Exception {
    Fact fact = FactBuilder.state(account).register();
    fact.change("INSERT INTO %s VALUES (1, 'a', 1)");
    fact.export();
    fact.change("INSERT INTO %s VALUES (1, 'again', 9)");

    assertThatThrownBy(fact::export).hasMessageContaining("duplicateKey");
  }

  @Test
  void aDuplicateThatIsTakenAwayAgainPublishesNothing(ExportAccount account) throws Exception {
    Fact fact = loaded(account);
    fact.change("INSERT INTO %s VALUES (1, 'again', 9)");
    fact.export();
    fact.change("DELETE FROM %s WHERE A = 'again'");

    fact.export();

    new Guarantees(fact).hold();
    assertThat(fact.manifests()).hasSize(1);
  }

  @Test
  void theRowThatWasPublishedIsDeletedThoughADuplicateLivesOn(ExportAccount account)
      throws Exception {
    Fact fact = loaded(account);
    fact.change("INSERT INTO %s VALUES (1, 'again', 9)");
    fact.export();
    fact.change("DELETE FROM %s WHERE A = 'a'");

    fact.export();

    assertThat(fact.published()).containsExactly("D 1 - -");
  }

  @Test
  void aRowThatWasNeverPublishedPublishesNoDelete(ExportAccount account) throws Exception {
    Fact fact = loaded(account);
    fact.change("INSERT INTO %s VALUES (3, 'far too long to fit', 9)");
    fact.export();
    fact.change("DELETE FROM %s WHERE K = 3");

    fact.export();

    new Guarantees(fact).hold();
    assertThat(fact.manifests()).hasSize(1);
  }

  @Test
  void aRowSetAsideHoldsItsKey(ExportAccount account) throws Exception {
    Fact fact = loaded(account);
    fact.change("INSERT INTO %s VALUES (3, 'far too long to fit', 9)");
    fact.export();
    fact.change("INSERT INTO %s VALUES (3, 'good', 9)");

    assertThat(fact.export().get("rejected").asInt()).isEqualTo(1);

    fact.change("DELETE FROM %s WHERE A <> 'good' AND K = 3", "UPDATE %s SET B = 8 WHERE K = 3");
    fact.export();
    new Guarantees(fact).hold();
  }

  @Test
  void aKeyDeletedAndInsertedAgainInTwoRunsIsADeleteAndAnUpsert(ExportAccount account)
      throws Exception {
    Fact fact = loaded(account);
    fact.change("DELETE FROM %s WHERE K = 1");
    fact.export();
    assertThat(fact.published()).containsExactly("D 1 - -");
    fact.change("INSERT INTO %s VALUES (1, 'a', 1)");

    fact.export();

    assertThat(fact.published()).containsExactly("U 1 a 1.00");
  }

  @Test
  void aKeyInsertedAgainBelongsToItsNewRow(ExportAccount account) throws Exception {
    Fact fact = loaded(account);
    fact.change("DELETE FROM %s", "INSERT INTO %s VALUES (1, 'a', 1), (2, 'new', 2)");
    fact.export();
    assertThat(fact.published()).containsExactly("U 2 new 2.00");
    fact.change("DELETE FROM %s");

    fact.export();

    assertThat(fact.published()).containsExactly("D 1 - -", "D 2 - -");
  }

  @Test
  void aReloadPublishesWhatDiffersFromWhatWasPublished(ExportAccount account) throws Exception {
    Fact fact = loaded(account);
    fact.change("UPDATE %s SET B = 1.005 WHERE K = 1");
    fact.export();
    fact.change(
        "INSERT OVERWRITE INTO %s SELECT * FROM (VALUES (1, 'a', 1), (2, 'c', 3)) AS V(K, A, B)");

    JsonNode outcome = fact.export();

    assertThat(fact.published()).containsExactly("U 2 c 3.00");
    assertThat(outcome.get("unchanged").asInt()).isEqualTo(1);
  }

  @Test
  void keysThatSwapAndMoveGoWithTheirRows(ExportAccount account) throws Exception {
    Fact fact = loaded(account);
    fact.change("UPDATE %s SET K = 3 - K");
    fact.export();
    fact.change("UPDATE %s SET K = 7 WHERE K = 2");
    fact.export();
    assertThat(fact.published()).containsExactly("D 2 - -", "U 7 a 1.00");
    fact.change("DELETE FROM %s WHERE K = 1");

    fact.export();

    assertThat(fact.published()).containsExactly("D 1 - -");
    new Guarantees(fact).hold();
  }

  @Test
  void aKeyThatMovesOntoALivingOneIsADeleteAndADuplicate(ExportAccount account) throws Exception {
    Fact fact = loaded(account);
    fact.change("UPDATE %s SET K = 2 WHERE K = 1");

    JsonNode outcome = fact.export();

    assertThat(outcome.get("rejected").asInt()).isEqualTo(1);
    assertThat(fact.published()).containsExactly("D 1 - -");
    fact.change("UPDATE %s SET K = 1 WHERE A = 'a'");
    fact.export();
    new Guarantees(fact).hold();
  }

  @Test
  void aValueStandsWhileTheRowThatReplacesItsOwnIsSetAside(ExportAccount account) throws Exception {
    Fact fact = loaded(account);
    fact.change(
        "DELETE FROM %s WHERE K = 1", "INSERT INTO %s VALUES (1, 'far too long to fit', 1)");
    fact.export();
    assertThat(fact.manifests()).hasSize(1);
    fact.change("DELETE FROM %s WHERE K = 1");

    fact.export();

    assertThat(fact.published()).containsExactly("D 1 - -");
  }

  @Test
  void aKeyOfSeveralDuplicatesIsDeletedOnceAndAtTheLatestWithTheLast(ExportAccount account)
      throws Exception {
    Fact fact = loaded(account);
    fact.change("DELETE FROM %s WHERE K = 1", "INSERT INTO %s VALUES (1, 'one', 1), (1, 'two', 1)");
    fact.export();
    fact.change("DELETE FROM %s WHERE A = 'one'");
    fact.export();
    fact.change("DELETE FROM %s WHERE A = 'two'");

    fact.export();

    assertThat(fact.manifests()).hasSize(2);
    assertThat(fact.published()).containsExactly("D 1 - -");
    new Guarantees(fact).hold();
  }

  @Test
  void aRowFromBeforeTheContractIsPublishedWhenTouchedAndItsDeleteIsNothing(ExportAccount account)
      throws Exception {
    Fact fact = FactBuilder.state(account).unregistered();
    fact.change("INSERT INTO %s VALUES (1, 'a', 1), (2, 'b', 2)");
    account.registerText(fact.contractText());
    fact.change("UPDATE %s SET A = 'a' WHERE K = 1", "DELETE FROM %s WHERE K = 2");

    fact.export();

    assertThat(fact.published()).containsExactly("U 1 a 1.00");
    new Guarantees(fact).hold();
  }

  @Test
  void floatsAreRememberedByValue(ExportAccount account) throws Exception {
    Fact fact =
        new FactBuilder(account)
            .key("k", "NUMBER(9,0)", "NUMBER(9,0)")
            .field("r", "FLOAT", "FLOAT")
            .register();
    fact.change("INSERT INTO %s VALUES (1, 0.1), (2, 0.1), (3, NULL)");
    fact.export();
    fact.change("DELETE FROM %s", "INSERT INTO %s VALUES (1, 0.1), (2, 0.2), (3, NULL)");
    fact.export();
    assertThat(fact.published()).containsExactly("U 2 0.2");
    fact.change("DELETE FROM %s", "INSERT INTO %s VALUES (1, 0.1), (2, 0.2), (3, 0.3)");

    fact.export();

    assertThat(fact.published()).containsExactly("U 3 0.3");
  }

  @Test
  void anIdleRunAsksForKeysInNoStatementOfItsOwn(ExportAccount account) throws Exception {
    Fact fact = loaded(account);
    List<String> statements = new ArrayList<>();
    account.observe(
        new StatementObserver() {
          @Override
          public void before(Session session, boolean insideProcedure, String sql) {
            statements.add(sql);
          }
        });
    fact.export();
    account.observe(StatementObserver.NONE);

    assertThat(statements.stream().filter(sql -> sql.contains(".KEYS")))
        .hasSize(2)
        .allMatch(sql -> sql.contains("SOURCE_STREAM"));
    assertThat(keys(fact)).hasSize(2);
  }

  @Test
  void whatNewerRowsReplacedIsRemovedNowAndThen(ExportAccount account) throws Exception {
    Fact fact = loaded(account);
    fact.change("DELETE FROM %s WHERE K = 2");
    fact.export();
    String old =
        IntStream.range(0, 1100)
            .mapToObj(i -> "('1', 'old', 'old', 'U', 1, 0)")
            .collect(Collectors.joining(", "));
    account.execute(
        "INSERT INTO " + fact.schema() + ".KEYS VALUES " + old,
        "UPDATE " + fact.schema() + ".HEAD SET ATTEMPT = 99");

    fact.export();

    assertThat(keys(fact)).containsExactly(List.of("1", "U"));
    fact.change("DELETE FROM %s", "INSERT INTO %s VALUES (1, 'a', 1), (2, 'b', 2)");
    fact.export();
    assertThat(fact.published()).containsExactly("U 2 b 2.00");
  }

  private static List<List<String>> keys(Fact fact) throws Exception {
    return fact.account().rows("SELECT KEY_TEXT, OP FROM " + fact.schema() + ".KEYS");
  }

  private static Fact loaded(ExportAccount account) throws Exception {
    Fact fact = FactBuilder.state(account).with("onViolation", REJECT).register();
    fact.change("INSERT INTO %s VALUES (1, 'a', 1), (2, 'b', 2)");
    fact.export();
    return fact;
  }
}
