package dev.freshet.sandbox.services;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * One lock for each object, shared by hash so that their number stays fixed. A caller holds one at
 * a time, so there is no deadlock.
 */
final class KeyLocks {
  private static final int STRIPES = 256;

  private final Lock[] stripes =
      Stream.generate(ReentrantLock::new).limit(STRIPES).toArray(Lock[]::new);

  <T> T locked(String bucket, String key, Supplier<T> action) {
    Lock lock = stripes[Math.floorMod((bucket + '/' + key).hashCode(), STRIPES)];
    lock.lock();
    try {
      return action.get();
    } finally {
      lock.unlock();
    }
  }
}
