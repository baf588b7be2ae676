package dev.freshet.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every type at its edges, from a Snowflake column to a consumed record (docs/types.md). */
class ExtremesTest {
  @TempDir Path home;

  @Test
  void extremeValuesArriveAsTheyAreInEveryFormat() throws Exception {
    SandboxOptions options =
        new SandboxOptions(true, 0.002, 1, 0, 0, Optional.empty(), new SandboxOptions.Ports(0, 0));
    Scenario scenario = new ExtremesScenario(Extremes.all(), List.of("json", "avro"));
    try (SandboxRun run =
        SandboxRun.start(Checkout.in(home), options, Checkout.progress(), scenario)) {
      Summary summary = run.untilCaughtUp();
      assertThat(summary.passed()).as(summary.text()).isTrue();
    }
  }
}
