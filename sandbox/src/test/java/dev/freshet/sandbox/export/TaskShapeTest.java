package dev.freshet.sandbox.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.freshet.contract.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A contract's task follows the latency of the version in force, and tells how it stands. */
@ExtendWith(SharedAccount.class)
class TaskShapeTest {

  @Test
  void aVersionWithAnotherLatencyChangesTheTaskWhenItIsPromoted(ExportAccount account)
      throws Exception {
    FactBuilder builder = FactBuilder.state(account);
    Fact fact = builder.unregistered();
    account.registerText(fact.contractText());
    assertThat(shown(fact, "schedule")).isNullOrEmpty();

    account.stageText(slow(builder.version("1.1.0").text()));
    assertThat(shown(fact, "schedule")).as("staged, not in force").isNullOrEmpty();
    account.registerText(slow(builder.text()));

    assertThat(shown(fact, "schedule")).isEqualTo("180 MINUTES");
    assertThat(fact.taskState()).isEqualTo("started");
    account.procedures().rollBack(fact.id(), "too slow");
    assertThat(shown(fact, "schedule")).isNullOrEmpty();
  }

  @Test
  void aTaskThatSomebodySuspendedIsToldOf(ExportAccount account) throws Exception {
    Fact fact = FactBuilder.state(account).register();
    String name = fact.schema() + ".EXPORT";
    assertThat(tasks(account).path("wrongly_suspended").toString()).doesNotContain(name);

    account.execute("ALTER TASK " + name + " SUSPEND");

    assertThat(tasks(account).path("wrongly_suspended").toString()).contains(name);
    JsonNode detail = describe(account, fact).path("task_detail");
    assertThat(detail.path("state").asText()).isEqualTo("suspended");
    assertThat(detail.path("suspended_because").asText()).isEqualTo("USER_SUSPENDED");
    assertThat(detail.path("auto_suspended").asBoolean()).isFalse();
  }

  static JsonNode tasks(ExportAccount account) throws Exception {
    return Json.STRICT.readTree(account.one("CALL FRESHET.APP_V1.DESCRIBE_TASKS()"));
  }

  static JsonNode describe(ExportAccount account, Fact fact) {
    return account.procedures().describe(fact.id()).json();
  }

  private static String slow(String text) {
    return text + "slaProperties:\n  - property: latency\n    value: 6\n    unit: h\n";
  }

  private static String shown(Fact fact, String column) throws Exception {
    return fact.account().named("SHOW TASKS LIKE 'EXPORT' IN SCHEMA " + fact.schema(), column);
  }
}
