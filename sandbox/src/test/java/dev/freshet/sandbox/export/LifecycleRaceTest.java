package dev.freshet.sandbox.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.freshet.contract.Contract;
import dev.freshet.contract.odcs.ContractReader;
import dev.freshet.sandbox.snowflake.engine.StatementObserver;
import java.sql.Connection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What two people, or a person and a task, do to a contract at once. */
@ExtendWith(SharedAccount.class)
class LifecycleRaceTest {
  private static final String TAKES_THE_RUN = "SET ATTEMPT = ATTEMPT + 1";
  private static final String READS_HEAD = "SELECT CONTRACT_VERSION,";

  private ExportAccount account;

  @BeforeEach
  void take(ExportAccount shared) {
    account = shared;
  }

  @AfterEach
  void observeNoMore() {
    account.observe(StatementObserver.NONE);
  }

  @Test
  void aContractDoesNotEndWhileARunHoldsItsLastChanges() throws Exception {
    Fact fact = FactBuilder.state(account).register();
    fact.change("INSERT INTO %s VALUES (1, 'the last', 1)");
    String another =
        "UPDATE " + fact.schema() + ".HEAD SET ATTEMPT = ATTEMPT + 1, RUN = 'the task'";

    assertThatThrownBy(
            () -> beside(TAKES_THE_RUN, () -> account.execute(another), s -> end(s, fact)))
        .hasMessageContaining("call again");

    end(account.session(), fact);
    new Guarantees(fact).hold();
  }

  @Test
  void aVersionThatIsRegisteredWhileItsContractEndsDoesNotReviveIt() throws Exception {
    Fact fact = FactBuilder.state(account).register();
    String next = next(fact, "1.1.0");

    assertThatThrownBy(
            () ->
                beside(
                    "CREATE TASK",
                    () -> end(account.session(), fact),
                    s -> account.stageText(s, next)))
        .hasMessageContaining("never used again");

    assertThat(describe(fact).path("retired").asBoolean()).isTrue();
  }

  @Test
  void aVersionThatWasRegisteredDuringTheLastExportIsRetiredToo() throws Exception {
    Fact fact = FactBuilder.state(account).register();
    String next = next(fact, "1.1.0");

    beside(TAKES_THE_RUN, () -> account.stageText(next), s -> end(s, fact));

    assertThat(describe(fact).path("retired").asBoolean()).isTrue();
  }

  @Test
  void aVersionDoesNotEnterForceAfterAHigherOne() throws Exception {
    Fact fact = FactBuilder.state(account).register();
    fact.change("ALTER TABLE %s ADD COLUMN C VARCHAR(5)");
    account.stageText(next(fact, "1.1.0"));
    account.registerText(
        fact.contractText().replace("version: 1.0.0", "version: 1.2.0")
            + "      - name: c\n        physicalType: VARCHAR(5)\n");

    assertThatThrownBy(() -> account.promote(account.session(), contract(next(fact, "1.1.0"))))
        .hasMessageContaining("1.2.0 was in force");
  }

  @Test
  void aTaskThatRunsMeanwhileDoesNotKeepAVersionFromForce() throws Exception {
    Fact fact = FactBuilder.state(account).register();
    account.stageText(next(fact, "1.1.0"));
    fact.change("INSERT INTO %s VALUES (1, 'a', 1)");

    beside("BEGIN", fact::export, s -> account.promote(s, contract(next(fact, "1.1.0"))));

    fact.change("UPDATE %s SET A = 'b'");
    fact.export();
    assertThat(fact.last().contractVersion()).hasToString("1.1.0");
    new Guarantees(fact).hold();
  }

  @Test
  void aRollbackThatWasDecidedBeforeAPromotionIsNotDone() throws Exception {
    Fact fact = FactBuilder.state(account).register();
    account.registerText(next(fact, "1.1.0"));

    assertThatThrownBy(
            () ->
                beside(
                    READS_HEAD,
                    () -> account.registerText(next(fact, "1.2.0")),
                    s -> account.procedures(s).rollBack(fact.id(), "1.1.0 is wrong").text()))
        .hasMessageContaining("call again");

    assertThat(describe(fact).path("in_force").asText()).isEqualTo("1.2.0");
  }

  @Test
  void aCopyStagesNothingOnTheStageOfItsOriginal() throws Exception {
    Fact fact = FactBuilder.state(account).register();
    account.execute("UPDATE " + fact.schema() + ".HEAD SET DATABASE_NAME = 'ORIGINAL'");

    assertThatThrownBy(() -> account.stageText(next(fact, "1.1.0")))
        .hasMessageContaining("HEAD was made for")
        .hasMessageContaining("ORIGINAL");

    assertThat(describe(fact).path("versions")).hasSize(2);
  }

  @Test
  void aFirstRegistrationThatDiedIsFinishedByItsOwnTextAlone() throws Exception {
    Fact fact = FactBuilder.state(account).unregistered();
    long[] doomed = {0};
    try (Connection session = account.connect()) {
      account.observe(
          new StatementObserver() {
            @Override
            public void before(
                dev.freshet.sandbox.snowflake.engine.Session s, boolean inside, String sql) {
              if (inside && sql.contains("CREATE TASK") && doomed[0] == 0) {
                doomed[0] = s.id();
                account.kill(s.id());
              }
            }
          });
      assertThatThrownBy(() -> account.stageText(session, fact.contractText())).isNotNull();
      observeNoMore();
    } catch (java.sql.SQLException e) {
      assertThat(doomed[0]).as("only a killed session does not close").isPositive();
    }

    assertThatThrownBy(
            () -> account.stageText(fact.contractText().replace("NUMBER(12,2)", "NUMBER(14,4)")))
        .hasMessageContaining("version-reused");

    account.registerText(fact.contractText());
    fact.change("INSERT INTO %s VALUES (1, 'a', 1)");
    fact.export();
    new Guarantees(fact).hold();
  }

  private void beside(String text, Beside.Work other, ExportAccount.Work work) throws Exception {
    Beside beside = new Beside(text, other);
    try (Connection session = account.connect()) {
      account.observe(beside);
      work.in(session);
    } finally {
      observeNoMore();
      assertThat(beside.isDone()).as("something was done beside").isTrue();
    }
  }

  private String end(Connection session, Fact fact) {
    return account.procedures(session).retire(fact.id(), "done").json().toString();
  }

  private JsonNode describe(Fact fact) {
    return account.procedures().describe(fact.id()).json();
  }

  private static String next(Fact fact, String version) {
    return fact.contractText().replace("version: 1.0.0", "version: " + version) + "# " + version;
  }

  private static Contract contract(String text) {
    return ContractReader.read("test", text);
  }
}
