package dev.freshet.sandbox.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.freshet.contract.stage.StageLayout;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A contract that must not go on stops whole, says why and whom to call, and can be resumed. */
@ExtendWith(SharedAccount.class)
class HaltTest {

  @Test
  void aBrokenRuleHaltsAndTakesNothing(ExportAccount account) throws Exception {
    Fact fact = FactBuilder.state(account).register();
    fact.change("INSERT INTO %s VALUES (1, 'good', 1), (2, 'twice', 1), (2, 'again', 1)");

    assertThatThrownBy(fact::export)
        .hasMessageContaining(fact.id() + " is halted (duplicateKey)")
        .hasMessageContaining("the testers")
        .hasMessageContaining("RESUME_CONTRACT");

    assertThat(fact.manifests()).isEmpty();
    assertThat(fact.streamHasData()).isTrue();
    assertThat(halts(fact)).containsExactly(List.of("duplicateKey", "2", "2\n2"));
    assertThat(rejections(fact)).isEqualTo("0");
    assertThat(taskState(fact)).isEqualToIgnoringCase("suspended");
  }

  @Test
  void aRepairedSourceGoesOnWhereItStopped(ExportAccount account) throws Exception {
    Fact fact = FactBuilder.state(account).register();
    fact.change("INSERT INTO %s VALUES (1, 'good', 1), (NULL, 'no key', 1)");
    assertThatThrownBy(fact::export).hasMessageContaining("missingKey");

    fact.change("DELETE FROM %s WHERE K IS NULL");
    fact.resume("the row without a key is gone");
    fact.export();

    new Guarantees(fact).hold();
  }

  @Test
  void messagesHoldNoValuesOfRows(ExportAccount account) throws Exception {
    Fact fact = FactBuilder.state(account).register();
    fact.change("INSERT INTO %s VALUES (77123, 'a secret, long', 1)");

    assertThatThrownBy(fact::export)
        .hasMessageContaining("doesNotFit")
        .message()
        .doesNotContain("secret")
        .doesNotContain("77123");
  }

  @Test
  void aForeignConsumerOfTheStreamHalts(ExportAccount account) throws Exception {
    Fact fact = FactBuilder.state(account).register();
    fact.change("INSERT INTO %s VALUES (1, 'a', 1)");
    fact.export();
    fact.change(
        "INSERT INTO %s VALUES (2, 'b', 1)",
        "CREATE TABLE SHOP.CORE.THIEF (K NUMBER(38,0))",
        "INSERT INTO SHOP.CORE.THIEF SELECT K FROM " + fact.schema() + ".SOURCE_STREAM");

    assertThatThrownBy(fact::export)
        .hasMessageContaining("foreignConsumer")
        .hasMessageContaining("SOURCE_STREAM");

    assertThat(fact.manifests()).hasSize(1);
  }

  @Test
  void aCopyThatFindsItselfElsewhereHalts(ExportAccount account) throws Exception {
    Fact fact = FactBuilder.state(account).register();
    fact.change("INSERT INTO %s VALUES (1, 'a', 1)");
    account.execute("UPDATE " + fact.schema() + ".HEAD SET STAGE_URL = 's3://where/it/was/made/'");
    String attempt = fact.head("ATTEMPT");

    assertThatThrownBy(fact::export)
        .hasMessageContaining("foreignPlace")
        .hasMessageContaining("s3://where/it/was/made/");

    assertThat(fact.manifests()).isEmpty();
    assertThat(fact.head("ATTEMPT")).isEqualTo(attempt);
  }

  @Test
  void anotherTextUnderAManifestsKeyHaltsAndIsNotOverwritten(ExportAccount account)
      throws Exception {
    Fact fact = FactBuilder.state(account).register();
    String key = StageLayout.manifest(fact.id(), 1);
    account.stage().write(key, "{\"another\": \"writer\"}\n");
    fact.change("INSERT INTO %s VALUES (1, 'a', 1)");

    assertThatThrownBy(fact::export)
        .hasMessageContaining("foreignManifest")
        .hasMessageContaining(key);

    assertThat(account.stage().text(key)).contains("writer");
    assertThat(account.stage().keys(StageLayout.head(fact.id()))).isEmpty();
  }

  @Test
  void olderProceduresRefuseWhatNewerOnesHaveWritten(ExportAccount account) throws Exception {
    Fact fact = FactBuilder.state(account).register();
    account.execute("UPDATE " + fact.schema() + ".HEAD SET PROTOCOL_VERSION = 2");

    assertThatThrownBy(fact::export).hasMessageContaining("protocol 2");
  }

  private static List<List<String>> halts(Fact fact) throws Exception {
    return fact.account()
        .rows(
            "SELECT REASON, BROKEN_ROWS, SOME_KEYS FROM FRESHET.APP.HALTS WHERE CONTRACT = '"
                + fact.id()
                + "'");
  }

  private static String rejections(Fact fact) throws Exception {
    return fact.account()
        .one("SELECT COUNT(*) FROM FRESHET.APP.REJECTIONS WHERE CONTRACT = '" + fact.id() + "'");
  }

  private static String taskState(Fact fact) throws Exception {
    return fact.account().named("SHOW TASKS IN SCHEMA " + fact.schema(), "state");
  }
}
