package dev.freshet.sandbox.snowflake.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.freshet.sandbox.snowflake.engine.SessionParameters;
import dev.freshet.sandbox.snowflake.sql.ObjectName;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class TaskTest {

  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private final Task task =
      task("SCHEDULE = '10 SECONDS' WAREHOUSE = W SUSPEND_TASK_AFTER_NUM_FAILURES = 2");

  @Test
  void isNeverDueBeforeItIsResumed() {
    assertThat(task.isDue(NOON.plusSeconds(3600), 1)).isFalse();
  }

  @Test
  void isDueOneIntervalAfterResume() {
    task.resume(NOON);
    assertThat(task.isDue(NOON.plusSeconds(9), 1)).isFalse();
    assertThat(task.isDue(NOON.plusSeconds(10), 1)).isTrue();
  }

  @Test
  void doesNotOverlapItself() {
    task.resume(NOON);
    task.begin(NOON.plusSeconds(10));
    task.request();
    assertThat(task.isDue(NOON.plusSeconds(60), 1)).isFalse();
    task.succeeded();
    assertThat(task.isDue(NOON.plusSeconds(60), 1)).isTrue();
  }

  @Test
  void suspendsItselfAfterSoManyFailuresInARow() {
    task.resume(NOON);
    task.begin(NOON);
    assertThat(task.failed(NOON)).isFalse();
    task.begin(NOON);
    task.succeeded();
    task.begin(NOON);
    assertThat(task.failed(NOON)).isFalse();
    task.begin(NOON);
    task.interrupted();
    task.begin(NOON);
    assertThat(task.failed(NOON)).isTrue();
    assertThat(task.isStarted()).isFalse();
    assertThat(task.suspendedBecause()).isEqualTo("SUSPENDED_DUE_TO_ERRORS");
  }

  @Test
  void runsOnceOnRequestEvenIfSuspended() {
    task.request();
    assertThat(task.isDue(NOON, 1)).isTrue();
    task.begin(NOON);
    task.succeeded();
    assertThat(task.isDue(NOON.plusSeconds(60), 1)).isFalse();
  }

  @Test
  void keepsSessionParametersAndRefusesWrongOnes() {
    TaskOptions options = options("LOCK_TIMEOUT = 0 TIMEZONE = 'UTC' QUERY_TAG = 'x'");
    assertThat(options.parameters()).containsEntry(SessionParameters.Name.LOCK_TIMEOUT, "0");
    assertThatThrownBy(() -> options("LOCK_TIMEOUT = 'soon'")).hasMessageContaining("LOCK_TIMEOUT");
    assertThatThrownBy(() -> options("NO_SUCH_OPTION = 1"))
        .hasMessageContaining("expected one of the options");
  }

  @Test
  void needsATriggerAndServerlessTriggeredTasksATargetInterval() {
    assertThatThrownBy(() -> task("WAREHOUSE = W")).hasMessageContaining("needs a SCHEDULE");
    assertThatThrownBy(() -> triggered("COMMENT = 'x'"))
        .hasMessageContaining("needs TARGET_COMPLETION_INTERVAL");
    assertThat(triggered("WAREHOUSE = W").trigger()).isInstanceOf(TaskTrigger.OnData.class);
  }

  @Test
  void aWarehouseExcludesWhatIsSaidOfServerlessTasks() {
    assertThatThrownBy(
            () -> task("SCHEDULE = '10 MINUTES' WAREHOUSE = W TARGET_COMPLETION_INTERVAL = '5 M'"))
        .hasMessageContaining("WAREHOUSE excludes");
    assertThatThrownBy(() -> options("SERVERLESS_TASK_MAX_STATEMENT_SIZE = 'HUGE'"))
        .hasMessageContaining("HUGE");
    assertThatThrownBy(() -> options("TARGET_COMPLETION_INTERVAL = 'soon'"))
        .hasMessageContaining("TARGET_COMPLETION_INTERVAL");
    assertThatThrownBy(() -> options("USER_TASK_TIMEOUT_MS = 604800001"))
        .hasMessageContaining("from 0 to 604800000");
  }

  @Test
  void isChangedOnlyWhileItIsSuspended() {
    task.resume(NOON);
    assertThatThrownBy(task::requireSuspended).hasMessageContaining("is not suspended");
    task.suspend("USER_SUSPENDED", NOON.plusSeconds(1));
    task.requireSuspended();
    assertThat(task.suspendedOn()).isEqualTo(NOON.plusSeconds(1));
  }

  @Test
  void refusesConditionsThatAskForAnythingButStreams() {
    assertThatThrownBy(
            () -> TaskCondition.read(new TokenReader("CURRENT_DATE() > '2020-01-01' AS")))
        .hasMessageContaining("WHEN takes SYSTEM$STREAM_HAS_DATA");
  }

  private static TaskDefinition triggered(String options) {
    String condition = "SYSTEM$STREAM_HAS_DATA('S') OR SYSTEM$STREAM_HAS_DATA('T') AS SELECT 1";
    return new TaskDefinition(
        options(options), Optional.of(TaskCondition.read(new TokenReader(condition))), "SELECT 1");
  }

  private static Task task(String options) {
    TaskDefinition definition = new TaskDefinition(options(options), Optional.empty(), "SELECT 1");
    return new Task(new ObjectName("D", "S", "T"), "SYSADMIN", definition, NOON);
  }

  private static TaskOptions options(String text) {
    return TaskOptions.read(new TokenReader(text), TaskOptions.DEFAULT);
  }
}
