package dev.freshet.sandbox;

import java.io.IOException;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Kills the bridge with SIGKILL, and starts it again, at moments the seed chooses. */
final class BridgeKiller implements AutoCloseable {
  /** Between two kills: long enough that the bridge sometimes gets to publish. */
  private static final int SOONEST_MILLIS = 800;

  private static final int LATEST_MILLIS = 5_000;

  private final BridgeProcess bridge;
  private final Random random;
  private final Progress progress;
  private final int times;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "bridge-killer");
            thread.setDaemon(true);
            return thread;
          });
  private int done;

  BridgeKiller(BridgeProcess bridge, long seed, int times, Progress progress) {
    this.bridge = bridge;
    this.random = new Random(seed);
    this.times = times;
    this.progress = progress;
    plan();
  }

  private synchronized void plan() {
    if (done < times) {
      long delay = random.nextInt(SOONEST_MILLIS, LATEST_MILLIS);
      Future<?> unused = timer.schedule(this::kill, delay, TimeUnit.MILLISECONDS);
    }
  }

  private void kill() {
    try {
      bridge.killAndRestart();
      progress.line(
          "killed the bridge (SIGKILL) and started it again, " + count() + " of " + times);
      plan();
    } catch (IOException e) {
      progress.line("the bridge could not be started again: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized int count() {
    return ++done;
  }

  /** How many kills are still to come. */
  synchronized int left() {
    return times - done;
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
