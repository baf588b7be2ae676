package dev.freshet.cli.bridge;

import dev.freshet.bridge.BridgeMain;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code freshet bridge run}: the daemon, in this process. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = "Publishes change sets until it is told to stop.")
final class RunCommand implements Callable<Integer> {
  @Mixin private BridgeOptions options;

  @Override
  public Integer call() {
    return BridgeMain.run(options.file());
  }
}
