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
    until(what, AT_MOST, condition);
  }

  /** Returns when the condition holds; fails after so long. */
  public static void until(String what, Duration atMost, BooleanSupplier condition)
      throws InterruptedException {
    long deadline = System.nanoTime() + atMost.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - deadline > 0) {
        throw new AssertionError("did not come true in " + atMost.toSeconds() + " s: " + what);
      }
      Thread.sleep(BETWEEN.toMillis());
    }
  }
}
