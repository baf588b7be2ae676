package dev.freshet.sandbox.snowflake.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.freshet.sandbox.snowflake.sql.UnsupportedSql;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** sql-reference/sql/create-task: SCHEDULE and the interval of triggered tasks. */
final class TaskTriggerTest {

  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  @ParameterizedTest
  @CsvSource({"10 SECONDS,10", "1 minute,60", "90 MINUTES,5400", "2 HOURS,7200", "15 m,900"})
  void readsIntervals(String schedule, long seconds) {
    assertThat(TaskTrigger.Every.parse(schedule).interval()).isEqualTo(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @ValueSource(strings = {"9 SECONDS", "193 HOURS", "10", "ten SECONDS", "-1 MINUTE"})
  void refusesIntervalsOutsideTheRangeOrWithoutAUnit(String schedule) {
    assertThatThrownBy(() -> TaskTrigger.Every.parse(schedule))
        .hasMessageContaining("invalid value [" + schedule + "] for parameter 'SCHEDULE'");
  }

  @Test
  void refusesCronByName() {
    assertThatThrownBy(() -> TaskTrigger.Every.parse("USING CRON 0 9 * * * UTC"))
        .isInstanceOf(UnsupportedSql.class)
        .hasMessageContaining("USING CRON");
  }

  @Test
  void refusesTriggerIntervalsOutsideTheRange() {
    assertThatThrownBy(() -> new TaskTrigger.OnData(Duration.ofSeconds(9)))
        .hasMessageContaining("from 10 to 604800");
  }

  @Test
  void countsFromTheLastStartAtThePaceOfTheSandbox() {
    TaskTrigger trigger = TaskTrigger.Every.parse("10 SECONDS");
    assertThat(trigger.next(NOON, 1)).isEqualTo(NOON.plusSeconds(10));
    assertThat(trigger.next(NOON, 0.1)).isEqualTo(NOON.plusSeconds(1));
  }
}
