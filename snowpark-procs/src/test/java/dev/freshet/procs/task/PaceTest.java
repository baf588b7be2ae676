package dev.freshet.procs.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of docs/tasks.md. */
class PaceTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "PT1S,  USER_TASK_MINIMUM_TRIGGER_INTERVAL_IN_SECONDS = 10",
        "PT20S, USER_TASK_MINIMUM_TRIGGER_INTERVAL_IN_SECONDS = 10",
        "PT1M,  USER_TASK_MINIMUM_TRIGGER_INTERVAL_IN_SECONDS = 30",
        "PT1H,  USER_TASK_MINIMUM_TRIGGER_INTERVAL_IN_SECONDS = 1800",
        "PT61M, SCHEDULE = '30 MINUTES'",
        "PT24H, SCHEDULE = '720 MINUTES'",
        "P365D, SCHEDULE = '11520 MINUTES'"
      })
  void halfOfTheLatencyIsForWaiting(Duration latency, String clauses) {
    assertThat(Pace.of(latency).clauses()).isEqualTo(clauses);
  }
}
