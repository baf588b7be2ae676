package dev.freshet.sandbox.services;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import kafka.server.KafkaRaftServer;

/**
 * Starting a broker within a deadline. A start that hangs gives no sign of its own, so the threads
 * are written down before giving up.
 */
record BrokerStart(Path directory, KafkaPorts ports, Duration deadline) {

  void run(KafkaRaftServer server) throws IOException {
    FutureTask<Void> startup = new FutureTask<>(server::startup, null);
    Thread thread = new Thread(startup, "kafka-start");
    thread.setDaemon(true);
    thread.start();
    try {
      startup.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw failure("failed to start", e.getCause());
    } catch (TimeoutException e) {
      Path dump = dumpThreads();
      server.shutdown();
      throw failure(
          "was not up within " + deadline.toSeconds() + " s; its threads are in " + dump, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      server.shutdown();
      throw failure("was interrupted while it started", e);
    }
  }

  private IOException failure(String what, Throwable cause) {
    String reason =
        cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    return new IOException(
        "Kafka in %s on ports %d and %d %s: %s"
            .formatted(directory, ports.clients(), ports.controller(), what, reason),
        cause);
  }

  private Path dumpThreads() throws IOException {
    ThreadInfo[] threads = ManagementFactory.getThreadMXBean().dumpAllThreads(true, true);
    String text = Arrays.stream(threads).map(ThreadInfo::toString).collect(Collectors.joining());
    return Files.writeString(
        directory.resolveSibling(directory.getFileName() + "-start-threads.txt"), text);
  }
}
