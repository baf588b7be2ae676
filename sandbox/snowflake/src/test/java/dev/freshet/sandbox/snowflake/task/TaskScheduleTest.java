package dev.freshet.sandbox.snowflake.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.freshet.sandbox.snowflake.account.Account;
import dev.freshet.sandbox.snowflake.account.Client;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** sql-reference/sql/create-task, user-guide/tasks-triggered, at a fiftieth of the waiting. */
final class TaskScheduleTest {

  private static final Duration LONG = Duration.ofSeconds(20);

  @TempDir static Path directory;
  private static Account account;
  private static Client client;

  @BeforeAll
  static void start() throws Exception {
    account = Account.in(directory, 0.02);
    client = account.connect();
    client.execute("CREATE TABLE LOG (TASK VARCHAR, NOTE VARCHAR)");
  }

  @AfterAll
  static void stop() throws Exception {
    client.close();
    account.close();
  }

  @Test
  void runsAgainAndAgainOnceResumed() throws Exception {
    client.execute(
        "CREATE TASK TICK WAREHOUSE = W SCHEDULE = '10 SECONDS' QUERY_TAG = 'ticking'"
            + " AS INSERT INTO LOG SELECT 'TICK', CURRENT_DATABASE()");
    assertThat(state("TICK")).isEqualTo("suspended");
    client.execute("ALTER TASK TICK RESUME");
    until(() -> count("TASK = 'TICK' AND NOTE = 'DB'") >= 3);
    client.execute("ALTER TASK TICK SUSPEND");
    assertThat(state("TICK")).isEqualTo("suspended");
    assertThat(
            client.column(
                "SELECT DISTINCT STATE FROM TABLE(INFORMATION_SCHEMA.TASK_HISTORY("
                    + "TASK_NAME => 'TICK'))"))
        .containsExactly("SUCCEEDED");
  }

  @Test
  void runsATriggeredTaskWhenItsStreamHasData() throws Exception {
    client.execute("CREATE TABLE SRC (N NUMBER)");
    client.execute("CREATE STREAM SRC_STREAM ON TABLE SRC");
    client.execute(
        "CREATE TASK ON_DATA WAREHOUSE = W USER_TASK_MINIMUM_TRIGGER_INTERVAL_IN_SECONDS = 10"
            + " WHEN SYSTEM$STREAM_HAS_DATA('DB.PUBLIC.SRC_STREAM')"
            + " AS INSERT INTO LOG SELECT 'ON_DATA', N::VARCHAR FROM SRC_STREAM");
    client.execute("ALTER TASK ON_DATA RESUME");
    client.execute("INSERT INTO SRC VALUES (1), (2)");
    until(() -> count("TASK = 'ON_DATA'") == 2);
    assertThat(client.value("SELECT SYSTEM$STREAM_HAS_DATA('SRC_STREAM')"))
        .isEqualToIgnoringCase("false");
    client.execute("DROP TASK ON_DATA");
    client.execute("INSERT INTO SRC VALUES (3)");
    assertThatThrownBy(() -> client.execute("EXECUTE TASK ON_DATA"))
        .hasMessageContaining("does not exist");
  }

  @Test
  void suspendsAfterSoManyFailuresAndKeepsTheirMessages() throws Exception {
    client.execute(
        "CREATE TASK BAD WAREHOUSE = W SCHEDULE = '10 SECONDS' SUSPEND_TASK_AFTER_NUM_FAILURES = 2"
            + " AS INSERT INTO NO_SUCH_TABLE VALUES (1)");
    client.execute("ALTER TASK BAD RESUME");
    until(() -> state("BAD").equals("suspended"));
    assertThat(client.named("last_suspended_reason", "SHOW TASKS LIKE 'bad' IN SCHEMA DB.PUBLIC"))
        .containsExactly("SUSPENDED_DUE_TO_ERRORS");
    assertThat(
            client.rows(
                "SELECT STATE, ERROR_MESSAGE FROM TABLE(INFORMATION_SCHEMA.TASK_HISTORY("
                    + "TASK_NAME => 'BAD'))"))
        .hasSize(2)
        .allSatisfy(run -> assertThat(run.get(1)).contains("NO_SUCH_TABLE"))
        .element(0)
        .satisfies(run -> assertThat(run.get(0)).isEqualTo("FAILED_AND_AUTO_SUSPENDED"));
  }

  @Test
  void runsOnceOnExecuteAlsoWhileSuspended() throws Exception {
    client.execute(
        "CREATE TASK BY_HAND WAREHOUSE = W SCHEDULE = '8 HOURS'"
            + " AS INSERT INTO LOG VALUES ('BY_HAND', NULL)");
    client.execute("EXECUTE TASK BY_HAND");
    until(() -> count("TASK = 'BY_HAND'") == 1);
    assertThat(state("BY_HAND")).isEqualTo("suspended");
  }

  @Test
  void changesADefinition() throws SQLException {
    client.execute("CREATE TASK CHANGED WAREHOUSE = W SCHEDULE = '1 HOUR' AS SELECT 1");
    client.execute("ALTER TASK CHANGED SET SCHEDULE = '2 HOURS' COMMENT = 'slower'");
    client.execute("ALTER TASK CHANGED MODIFY AS SELECT 2");
    client.execute("ALTER TASK IF EXISTS NO_SUCH_TASK RESUME");
    assertThat(client.named("definition", "DESCRIBE TASK CHANGED")).containsExactly("SELECT 2");
    assertThat(client.named("schedule", "DESCRIBE TASK CHANGED")).containsExactly("2 HOURS");
    assertThatThrownBy(() -> client.execute("ALTER TASK CHANGED UNSET SCHEDULE"))
        .hasMessageContaining("a task needs a SCHEDULE");
  }

  @Test
  void createOrAlterGivesATaskAnotherShapeAndLeavesItWhereItStands() throws SQLException {
    client.execute(
        "CREATE OR ALTER TASK SHAPED WAREHOUSE = W SCHEDULE = '1 HOUR' COMMENT = 'first'"
            + " AS SELECT 1");
    assertThat(state("SHAPED")).isEqualTo("suspended");
    String id = client.named("id", "DESCRIBE TASK SHAPED").get(0);

    client.execute("CREATE TABLE SHAPES (N NUMBER)");
    client.execute("CREATE STREAM SHAPES_STREAM ON TABLE SHAPES");
    client.execute(
        "CREATE OR ALTER TASK SHAPED TARGET_COMPLETION_INTERVAL = '5 MINUTES'"
            + " WHEN SYSTEM$STREAM_HAS_DATA('DB.PUBLIC.SHAPES_STREAM') AS SELECT 2");

    assertThat(client.named("id", "DESCRIBE TASK SHAPED")).containsExactly(id);
    assertThat(client.named("definition", "DESCRIBE TASK SHAPED")).containsExactly("SELECT 2");
    assertThat(client.named("schedule", "DESCRIBE TASK SHAPED").get(0)).isNull();
    assertThat(client.named("comment", "DESCRIBE TASK SHAPED").get(0)).isNullOrEmpty();
    client.execute("ALTER TASK SHAPED RESUME");
    assertThatThrownBy(() -> client.execute("ALTER TASK SHAPED SET COMMENT = 'x'"))
        .hasMessageContaining("is not suspended");
    client.execute("ALTER TASK SHAPED SUSPEND");
  }

  @Test
  void aRunThatTakesTooLongIsEndedAndHasFailed() throws Exception {
    client.execute("CREATE TABLE HELD AS SELECT 1 AS N");
    client.execute(
        "CREATE TASK SLOW WAREHOUSE = W SCHEDULE = '8 HOURS' USER_TASK_TIMEOUT_MS = 300"
            + " AS UPDATE HELD SET N = 2");
    client.execute("BEGIN");
    client.execute("UPDATE HELD SET N = 3"); // the run waits for the lock
    client.execute("EXECUTE TASK SLOW"); // no DDL: the transaction stays open
    until(() -> history("SLOW").equals(List.of("EXECUTING")));
    until(() -> history("SLOW").equals(List.of("FAILED")));
    client.execute("ROLLBACK");
    assertThat(
            client.column(
                "SELECT ERROR_CODE FROM TABLE(INFORMATION_SCHEMA.TASK_HISTORY("
                    + "TASK_NAME => 'SLOW', ERROR_ONLY => TRUE))"))
        .containsExactly("000630");
  }

  @Test
  void anIntegrationIsToldOfAFailedRun() throws Exception {
    assertThatThrownBy(
            () ->
                client.execute(
                    "CREATE TASK TELLS WAREHOUSE = W SCHEDULE = '8 HOURS' ERROR_INTEGRATION = NOBODY"
                        + " AS SELECT 1"))
        .hasMessageContaining("Integration 'NOBODY' does not exist");
    client.execute(
        "CREATE NOTIFICATION INTEGRATION ONCALL ENABLED = TRUE TYPE = QUEUE DIRECTION = OUTBOUND"
            + " NOTIFICATION_PROVIDER = AWS_SNS"
            + " AWS_SNS_TOPIC_ARN = 'arn:aws:sns:eu-west-1:000000000000:oncall'"
            + " AWS_SNS_ROLE_ARN = 'arn:aws:iam::000000000000:role/tells'");
    client.execute(
        "CREATE TASK TELLS WAREHOUSE = W SCHEDULE = '8 HOURS' ERROR_INTEGRATION = ONCALL"
            + " AS INSERT INTO NO_SUCH_TABLE VALUES (1)");
    client.execute("EXECUTE TASK TELLS");
    String told =
        "SELECT COUNT(*) FROM TABLE(INFORMATION_SCHEMA.NOTIFICATION_HISTORY("
            + "INTEGRATION_NAME => 'ONCALL')) WHERE MESSAGE_SOURCE = 'TASK' AND STATUS = 'SUCCESS'";
    until(() -> "1".equals(client.value(told)));
    assertThat(history("TELLS")).containsExactly("FAILED");
  }

  private static List<String> history(String task) throws SQLException {
    String id = client.named("id", "DESCRIBE TASK " + task).get(0);
    return client.column(
        "SELECT STATE FROM TABLE(INFORMATION_SCHEMA.TASK_HISTORY(ROOT_TASK_ID => '" + id + "'))");
  }

  private static long count(String condition) throws SQLException {
    return Long.parseLong(
        String.valueOf(client.value("SELECT COUNT(*) FROM LOG WHERE " + condition)));
  }

  private static String state(String task) throws SQLException {
    return String.valueOf(client.named("state", "DESCRIBE TASK " + task).get(0));
  }

  /** Waits for a condition, not for a time. */
  private static void until(Callable<Boolean> condition) throws Exception {
    Instant end = Instant.now().plus(LONG);
    while (!condition.call()) {
      assertThat(Instant.now()).as("waited %s", LONG).isBefore(end);
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }
}
