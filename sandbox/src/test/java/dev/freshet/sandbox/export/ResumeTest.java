package dev.freshet.sandbox.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A halted contract goes on only by RESUME_CONTRACT, and only if nothing stands against it. */
@ExtendWith(SharedAccount.class)
class ResumeTest {

  @Test
  void aHaltedContractExportsNothingThoughItsTaskWasResumedByHand(ExportAccount account)
      throws Exception {
    Fact fact = halted(account);
    fact.change("DELETE FROM %s WHERE K IS NULL");
    account.execute("ALTER TASK " + fact.schema() + ".EXPORT RESUME");

    assertThatThrownBy(fact::export)
        .hasMessageContaining("is halted since")
        .hasMessageContaining("missingKey")
        .hasMessageContaining("RESUME_CONTRACT('" + fact.id() + "'");

    assertThat(fact.manifests()).isEmpty();
    assertThat(fact.taskState()).isEqualTo("suspended");
  }

  @Test
  void registeringAndPromotingAgainDoNotResume(ExportAccount account) throws Exception {
    Fact fact = halted(account);
    fact.change("DELETE FROM %s WHERE K IS NULL");

    account.registerText(fact.contractText());

    assertThat(fact.taskState()).isEqualTo("suspended");
    assertThat(fact.standingHalts()).containsExactly("missingKey");
  }

  @Test
  void whatStillStandsAgainstItIsSaidAndNothingChanges(ExportAccount account) throws Exception {
    Fact fact = halted(account);

    assertThatThrownBy(() -> fact.resume("it looked fine"))
        .hasMessageContaining("stays halted")
        .hasMessageContaining("still break the rule missingKey")
        .hasMessageContaining("freshet.onViolation");

    assertThat(fact.standingHalts()).containsExactly("missingKey");
    assertThat(fact.taskState()).isEqualTo("suspended");
  }

  @Test
  void aRepairedContractGoesOnAndTheRecordSaysWhoAndWhy(ExportAccount account) throws Exception {
    Fact fact = halted(account);
    fact.change("DELETE FROM %s WHERE K IS NULL");

    var answer = fact.resume("the loader is repaired");

    assertThat(answer.get("outcome").asText()).isEqualTo("resumed");
    assertThat(answer.get("halted_for").asText()).isEqualTo("missingKey");
    assertThat(answer.get("stale_after").asText()).startsWith("20");
    assertThat(fact.standingHalts()).isEmpty();
    assertThat(fact.taskState()).isEqualTo("started");
    assertThat(
            account.rows(
                "SELECT REASON, ACTOR FROM FRESHET.APP.RESUMES WHERE CONTRACT = '"
                    + fact.id()
                    + "'"))
        .containsExactly(List.of("the loader is repaired", "TEST"));
    assertThat(
            account.rows(
                "SELECT DETAIL FROM FRESHET.APP.AUDIT_LOG WHERE ACTION = 'resume' AND CONTRACT = '"
                    + fact.id()
                    + "'"))
        .containsExactly(List.of("the loader is repaired"));
    fact.export();
    new Guarantees(fact).hold();
  }

  @Test
  void whatAForeignConsumerReadMustBeAnsweredForFirst(ExportAccount account) throws Exception {
    Fact fact = FactBuilder.state(account).register();
    fact.change("INSERT INTO %s VALUES (1, 'a', 1)");
    fact.export();
    fact.change(
        "INSERT INTO %s VALUES (2, 'b', 1)",
        "CREATE TABLE %s_THIEF (K NUMBER(38,0))",
        "INSERT INTO %s_THIEF SELECT K FROM " + fact.schema() + ".SOURCE_STREAM");
    assertThatThrownBy(fact::export).hasMessageContaining("foreignConsumer");

    assertThatThrownBy(() -> fact.resume("what could be missing"))
        .hasMessageContaining("foreignConsumer")
        .hasMessageContaining("CALL REBASELINE");

    fact.rebaselined("{\"reason\": \"the thief is locked out\"}");
    assertThat(fact.published()).containsExactly("U 2 b 1.00");
    new Guarantees(fact).hold();
  }

  @Test
  void aCopyDoesNotResumeItself(ExportAccount account) throws Exception {
    Fact fact = halted(account);
    fact.change("DELETE FROM %s WHERE K IS NULL");
    account.execute("UPDATE " + fact.schema() + ".HEAD SET STAGE_URL = 's3://where/it/was/made/'");

    assertThatThrownBy(() -> fact.resume("it is the same")).hasMessageContaining("foreignPlace");
  }

  @Test
  void aResumeNeedsAReason(ExportAccount account) throws Exception {
    Fact fact = halted(account);

    assertThatThrownBy(() -> fact.resume(" ")).hasMessageContaining("say why it may go on");
  }

  @Test
  void timeToStaleShowsWhileTheContractIsHalted(ExportAccount account) throws Exception {
    Fact fact = halted(account);

    List<List<String>> health =
        account.rows(
            "SELECT REASON, OWNER, HOURS_LEFT > 24, STALE_AFTER > HALTED_AT"
                + " FROM FRESHET.APP.CONTRACT_HEALTH WHERE CONTRACT = '"
                + fact.id()
                + "'");

    assertThat(health).containsExactly(List.of("missingKey", "the testers", "TRUE", "TRUE"));
  }

  @Test
  void aContractThatIsNotHaltedOnlyGetsItsTaskBack(ExportAccount account) throws Exception {
    Fact fact = FactBuilder.state(account).register();
    account.execute("ALTER TASK " + fact.schema() + ".EXPORT SUSPEND");

    assertThat(fact.resume("to be sure").get("outcome").asText()).isEqualTo("was not halted");

    assertThat(fact.taskState()).isEqualTo("started");
  }

  private static Fact halted(ExportAccount account) throws Exception {
    Fact fact = FactBuilder.state(account).register();
    fact.change("INSERT INTO %s VALUES (1, 'good', 1), (NULL, 'no key', 1)");
    assertThatThrownBy(fact::export).hasMessageContaining("missingKey");
    return fact;
  }
}
