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

/**
 * Starting or stopping a broker within a deadline. A step that hangs gives no sign of its own, so
 * its threads are written down; they stay until the process ends.
 *
 * @param name "start" or "stop"
 */
record BrokerStep(String name, Path directory, Duration deadline) {

  /** Runs the step; a failure of it is the cause of what is thrown. */
  void run(Runnable step) throws IOException {
    FutureTask<Void> task = new FutureTask<>(step, null);
    Thread thread = new Thread(task, "kafka-" + name);
    thread.setDaemon(true);
    thread.start();
    try {
      task.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw failure(String.valueOf(innermost(e).getMessage()), e);
    } catch (TimeoutException e) {
      throw failure(
          "not done within %d s; its threads are in %s"
              .formatted(deadline.toSeconds(), dumpThreads()),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failure("interrupted", e);
    }
  }

  private static Throwable innermost(Throwable thrown) {
    Throwable cause = thrown;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }

  private IOException failure(String what, Throwable cause) {
    return new IOException("The %s of Kafka in %s: %s".formatted(name, directory, what), cause);
  }

  private Path dumpThreads() throws IOException {
    ThreadInfo[] threads = ManagementFactory.getThreadMXBean().dumpAllThreads(true, true);
    String text = Arrays.stream(threads).map(ThreadInfo::toString).collect(Collectors.joining());
    Path file =
        directory.resolveSibling("%s-%s-threads.txt".formatted(directory.getFileName(), name));
    return Files.writeString(file, text);
  }
}
