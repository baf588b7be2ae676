package dev.freshet.bridge.notice;

import java.time.Duration;

/** Wakes those who wait; a ring between two waits is not missed. Thread-safe. */
public final class Bell {
  private long rings;

  /** The rings so far, to wait for the next one. */
  public synchronized long rings() {
    return rings;
  }

  public synchronized void ring() {
    rings++;
    notifyAll();
  }

  /**
   * Waits for a ring after those heard, or until the time is over.
   *
   * @throws InterruptedException if the thread is told to stop
   */
  public synchronized void await(long heard, Duration atMost) throws InterruptedException {
    long deadline = System.nanoTime() + atMost.toNanos();
    while (rings == heard) {
      long left = deadline - System.nanoTime();
      if (left <= 0) {
        return;
      }
      wait(Math.max(1, left / 1_000_000));
    }
  }
}
