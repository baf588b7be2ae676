package dev.freshet.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first of the README's two commands, small, with everything it starts. */
class SandboxTest {
  private static final Path CHECKOUT = Home.find();
  @TempDir Path home;

  /** A checkout of its own, so that a sandbox somebody runs from this one is left alone. */
  @BeforeEach
  void linkTheCheckout() throws Exception {
    for (String part : List.of("sql", "snowpark-procs", "bridge", "sandbox")) {
      Files.createSymbolicLink(home.resolve(part), CHECKOUT.resolve(part));
    }
  }

  @Test
  void publishesEverythingOnceThoughBridgeAndExportAreKilled() throws Exception {
    SandboxOptions options =
        new SandboxOptions(true, 0.002, 7, 1, 1, Optional.empty(), new SandboxOptions.Ports(0, 0));
    PrintStream progress = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    try (SandboxRun run = SandboxRun.start(home, options, new Progress(progress, false))) {
      Summary summary = run.untilCaughtUp();
      assertThat(summary.passed()).as(summary.text()).isTrue();
      assertThat(summary.bridgeKills()).isEqualTo(1);
      assertThat(summary.exportKills()).isEqualTo(1);
      assertThat(summary.text()).contains("set aside: 1 unknownEnum; to be told: order-desk");
    }
  }
}
