package dev.freshet.sandbox.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.freshet.contract.Json;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Many small contracts share one task, and none of them stops another. */
@ExtendWith(SharedAccount.class)
class ExportGroupTest {

  @Test
  void membersJoinOnPromotionAndLeaveOnPauseAndRetirement(ExportAccount account) throws Exception {
    Fact one = member(account, "joins");
    Fact two = member(account, "joins");
    assertThat(condition(account, "JOINS"))
        .contains(one.schema() + ".SOURCE_STREAM", two.schema() + ".TODO_STREAM");
    assertThat(one.taskState()).as("its own task").isEqualTo("suspended");
    assertThat(state(account, "JOINS")).isEqualTo("started");

    PauseTest.pause(one, "for now");
    assertThat(condition(account, "JOINS")).doesNotContain(one.schema());
    one.resume("go on");
    assertThat(condition(account, "JOINS")).contains(one.schema());

    account.procedures().retire(one.id(), "gone");
    assertThat(condition(account, "JOINS")).doesNotContain(one.schema());
    PauseTest.pause(two, "the last one");
    assertThat(state(account, "JOINS")).as("nobody left").isEqualTo("suspended");
  }

  @Test
  void aVersionWithoutTheGroupGetsItsOwnTaskBack(ExportAccount account) throws Exception {
    FactBuilder builder = FactBuilder.state(account);
    Fact fact = builder.register();
    String alone = builder.version("1.2.0").text();
    account.registerText(builder.version("1.1.0").with("exportGroup", "leaves").text());
    assertThat(state(account, "LEAVES")).isEqualTo("started");

    account.registerText(alone);

    assertThat(state(account, "LEAVES")).isEqualTo("suspended");
    assertThat(fact.taskState()).isEqualTo("started");
  }

  @Test
  void aHaltedAndAFailingMemberDoNotStopTheOthersAndTheRunFails(ExportAccount account)
      throws Exception {
    Fact good = member(account, "mixed");
    Fact halts = member(account, "mixed");
    Fact fails = member(account, "mixed");
    good.change("INSERT INTO %s VALUES (1, 'a', 1)");
    halts.change("INSERT INTO %s VALUES (NULL, 'no key', 1)");
    fails.change("INSERT INTO %s VALUES (1, 'a', 1)");
    account.execute("ALTER TABLE " + fails.schema() + ".KEYS RENAME TO " + fails.schema() + ".OFF");

    assertThatThrownBy(() -> export(account, "mixed"))
        .hasMessageContaining("2 of the contracts of export group mixed failed")
        .hasMessageContaining("published")
        .hasMessageContaining("missingKey")
        .hasMessageContaining(halts.id().toString())
        .hasMessageContaining(fails.id().toString());

    assertThat(good.published()).containsExactly("U 1 a 1.00");
    assertThat(condition(account, "MIXED")).doesNotContain(halts.schema());
    assertThat(state(account, "MIXED")).isEqualTo("started");

    account.execute("ALTER TABLE " + fails.schema() + ".OFF RENAME TO " + fails.schema() + ".KEYS");
    JsonNode repaired = export(account, "mixed");
    assertThat(repaired.path("outcomes")).hasSize(1); // the others have nothing, or are halted
    assertThat(fails.published()).containsExactly("U 1 a 1.00");
  }

  @Test
  void aMemberThatFailsTenTimesInARowIsPaused(ExportAccount account) throws Exception {
    Fact fails = member(account, "tenfold");
    account.execute(
        "INSERT INTO FRESHET.APP.RUN_FAILURES (CONTRACT, RUN, MESSAGE)"
            + " SELECT '"
            + fails.id()
            + "', 'run', 'why' FROM (VALUES (1), (2), (3), (4), (5), (6), (7), (8), (9))");
    fails.change("INSERT INTO %s VALUES (1, 'a', 1)");
    account.execute("ALTER TABLE " + fails.schema() + ".KEYS RENAME TO " + fails.schema() + ".OFF");

    assertThatThrownBy(() -> export(account, "tenfold")).hasMessageContaining("\"paused\"");

    assertThat(TaskShapeTest.describe(account, fails).path("paused").path("reason").asText())
        .contains("failed 10 times in a row");
    assertThat(state(account, "TENFOLD")).isEqualTo("suspended");
  }

  @Test
  void aRunThatDiesIsFinishedByTheNext(ExportAccount account) throws Exception {
    Fact one = member(account, "dies");
    Fact two = member(account, "dies");
    for (int statement : List.of(20, 60)) {
      one.change("INSERT INTO %s VALUES (" + statement + ", 'a', 1)");
      two.change("INSERT INTO %s VALUES (" + statement + ", 'a', 1)");
      account.inDoomedSession(statement, session -> export(session, "dies"));
      export(account, "dies");
    }
    assertThat(one.folded()).hasSize(2);
    new Guarantees(one).hold();
    new Guarantees(two).hold();
  }

  private static String export(Connection session, String group) throws SQLException {
    try (Statement statement = session.createStatement();
        ResultSet result =
            statement.executeQuery("CALL FRESHET.APP_V1.EXPORT_GROUP('" + group + "')")) {
      result.next();
      return result.getString(1);
    }
  }

  @Test
  void aLostStreamHaltsItsContractAndTheOthersGoOn(ExportAccount account) throws Exception {
    Fact good = member(account, "lost");
    Fact loses = member(account, "lost");
    good.change("INSERT INTO %s VALUES (1, 'a', 1)");
    account.execute("DROP STREAM " + loses.schema() + ".SOURCE_STREAM");

    assertThatThrownBy(() -> export(account, "lost")).hasMessageContaining("streamGone");

    assertThat(good.published()).containsExactly("U 1 a 1.00");
    assertThat(condition(account, "LOST")).doesNotContain(loses.schema());
  }

  @Test
  void aFullGroupTakesNobodyIn(ExportAccount account) throws Exception {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      rows.add("('shop.crowd_" + i + ".v1', '1.0.0', 'crowd', 'S')");
    }
    account.execute(
        "INSERT INTO FRESHET.APP.EXPORT_GROUPS (CONTRACT, CONTRACT_VERSION, EXPORT_GROUP, STREAMS)"
            + " VALUES "
            + String.join(", ", rows));

    assertThatThrownBy(() -> member(account, "crowd"))
        .hasMessageContaining("Export group crowd has 50 contracts");
  }

  private static Fact member(ExportAccount account, String group) throws SQLException {
    return FactBuilder.state(account).with("exportGroup", group).register();
  }

  private static JsonNode export(ExportAccount account, String group) throws Exception {
    return Json.STRICT.readTree(account.one("CALL FRESHET.APP_V1.EXPORT_GROUP('" + group + "')"));
  }

  private static String condition(ExportAccount account, String group) throws SQLException {
    return shown(account, group, "condition");
  }

  private static String state(ExportAccount account, String group) throws SQLException {
    return shown(account, group, "state");
  }

  private static String shown(ExportAccount account, String group, String column)
      throws SQLException {
    return account.named(
        "SHOW TASKS LIKE 'EXPORT_GROUP_" + group + "' IN SCHEMA FRESHET.APP", column);
  }
}
