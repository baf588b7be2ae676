package dev.freshet.bridge.world;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for a condition instead of for a time. */
public final class Await {
  private static final Duration AT_MOST = Duration.ofSeconds(30);
  private static final Duration BETWEEN = Duration.ofMillis(20);

  private Await() {}

  /** Returns when the condition holds; fails after half a minute. */
  public static void until(String what, BooleanSupplier condition) throws InterruptedException {
    long deadline = System.nanoTime() + AT_MOST.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - deadline > 0) {
        throw new AssertionError("did not come true in " + AT_MOST.toSeconds() + " s: " + what);
      }
      Thread.sleep(BETWEEN.toMillis());
    }
  }
}
