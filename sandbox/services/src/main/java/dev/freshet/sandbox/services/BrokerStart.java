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
 * Starting a broker within a deadline. A start that fails leaves nothing behind. One that hangs
 * gives no sign of its own, so its threads are written down; they stay until the process ends,
 * since what does not start cannot be trusted to stop.
 */
record BrokerStart(Path directory, KafkaPorts ports, Duration deadline) {

  void run(KafkaRaftServer server) throws IOException {
    FutureTask<Void> startup = new FutureTask<>(() -> FatalFaults.thrown(server::startup), null);
    Thread thread = new Thread(startup, "kafka-start");
    thread.setDaemon(true);
    thread.start();
    try {
      startup.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      server.shutdown();
      server.awaitShutdown();
      throw ports.areFree()
          ? failure("failed to start: " + innermost(e).getMessage(), e)
          : new PortTakenException(ports);
    } catch (TimeoutException e) {
      throw failure(
          "was not up within %d s; its threads are in %s"
              .formatted(deadline.toSeconds(), dumpThreads()),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failure("was interrupted while it started", e);
    }
  }

  private static Throwable innermost(Throwable thrown) {
    Throwable cause = thrown;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }

  private IOException failure(String what, Exception cause) {
    return new IOException(
        "Kafka in %s on ports %d and %d %s"
            .formatted(directory, ports.clients(), ports.controller(), what),
        cause);
  }

  private Path dumpThreads() throws IOException {
    ThreadInfo[] threads = ManagementFactory.getThreadMXBean().dumpAllThreads(true, true);
    String text = Arrays.stream(threads).map(ThreadInfo::toString).collect(Collectors.joining());
    return Files.writeString(
        directory.resolveSibling(directory.getFileName() + "-start-threads.txt"), text);
  }
}
