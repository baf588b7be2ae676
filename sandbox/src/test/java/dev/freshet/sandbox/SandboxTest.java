package dev.freshet.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first of the README's two commands, small, with everything it starts. */
class SandboxTest {
  @TempDir Path home;

  @Test
  void publishesEverythingOnceThoughBridgeAndExportAreKilled() throws Exception {
    SandboxOptions options =
        new SandboxOptions(true, 0.002, 7, 1, 1, Optional.empty(), new SandboxOptions.Ports(0, 0));
    try (SandboxRun run = SandboxRun.start(Checkout.in(home), options, Checkout.progress())) {
      Summary summary = run.untilCaughtUp();
      assertThat(summary.passed()).as(summary.text()).isTrue();
      assertThat(summary.bridgeKills()).isEqualTo(1);
      assertThat(summary.exportKills()).isEqualTo(1);
      assertThat(summary.text()).contains("refused   renames o_clerk: field-renamed");
      assertThat(summary.text()).contains("set aside: 1 unknownEnum; to be told: order-desk");
    }
  }
}
