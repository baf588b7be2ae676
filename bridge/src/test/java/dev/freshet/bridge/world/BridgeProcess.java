package dev.freshet.bridge.world;

import dev.freshet.bridge.BridgeMain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The bridge as a process of its own, so that it can be killed. */
public final class BridgeProcess implements AutoCloseable {
  private final Process process;
  private final Path output;

  private BridgeProcess(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /** Starts {@code run --config FILE} with 256 MB of heap. */
  public static BridgeProcess start(Path config, Map<String, String> environment)
      throws IOException {
    Path output = Files.createTempFile(config.getParent(), "bridge", ".log");
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=info",
                "-cp",
                System.getProperty("java.class.path"),
                BridgeMain.class.getName(),
                "run",
                "--config",
                config.toString()));
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true).redirectOutput(output.toFile());
    return new BridgeProcess(builder.start(), output);
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  public long pid() {
    return process.pid();
  }

  /** SIGKILL. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** SIGTERM; returns the exit code. */
  public int terminate() throws InterruptedException {
    process.destroy();
    return exitCode();
  }

  public int exitCode() throws InterruptedException {
    if (!process.waitFor(40, TimeUnit.SECONDS)) {
      throw new AssertionError("the bridge did not end:\n" + output());
    }
    return process.exitValue();
  }

  public String output() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().join();
  }
}
