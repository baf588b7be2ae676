package dev.freshet.sandbox;

import dev.freshet.bridge.config.ConfigReader;
import dev.freshet.bridge.inspect.Lookout;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The bridge as an operator runs it: a process of its own, with its own class path and a small
 * heap. Used from one thread at a time.
 */
final class BridgeProcess implements AutoCloseable {
  private static final long GRACE_SECONDS = 15;

  private final Path home;
  private final Path config;
  private final File log;
  private Process process;

  private BridgeProcess(Path home, Path config, File log) throws IOException {
    this.home = home;
    this.config = config;
    this.log = log;
    this.process = launch();
  }

  static BridgeProcess start(Path home, Path config, Path logFolder) throws IOException {
    return new BridgeProcess(home, config, logFolder.resolve("bridge.log").toFile());
  }

  /** Founds the ledgers, which an operator does once. */
  static void foundLedgers(Path config) {
    try (Lookout lookout = Lookout.open(ConfigReader.read(Optional.of(config), Map.of()))) {
      lookout.found(false);
    }
  }

  private Process launch() throws IOException {
    Path target = home.resolve("bridge").resolve("target");
    String classPath =
        target.resolve("freshet-bridge.jar") + File.pathSeparator + target.resolve("lib") + "/*";
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-cp",
            classPath,
            "dev.freshet.bridge.BridgeMain",
            "run",
            "--config",
            config.toString());
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
        .start();
  }

  long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Where its log lines go. */
  File log() {
    return log;
  }

  /** SIGKILL, as the kernel or an orchestrator would; then a new process. */
  void killAndRestart() throws IOException, InterruptedException {
    process.destroyForcibly().waitFor();
    restart();
  }

  /** A new process in the place of one that has ended. */
  void restart() throws IOException {
    process = launch();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
