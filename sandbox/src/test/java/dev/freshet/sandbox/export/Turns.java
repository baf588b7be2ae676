package dev.freshet.sandbox.export;

import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.StatementObserver;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;

/**
 * Lets two procedures run statement by statement in a random order that the seed repeats: who is
 * next is drawn before each statement, as long as both are at work.
 */
final class Turns implements StatementObserver {
  private static final long LONGEST_WAIT_MILLIS = 30_000;

  private final Random random;
  private final Set<Long> waiting = new HashSet<>();
  private int atWork = 2;
  private long next;

  Turns(long seed) {
    random = new Random(seed);
  }

  @Override
  public synchronized void before(Session session, boolean insideProcedure, String sql) {
    if (!insideProcedure) {
      return;
    }
    waiting.add(session.id());
    draw();
    long end = System.currentTimeMillis() + LONGEST_WAIT_MILLIS;
    while (next != session.id()) {
      long left = end - System.currentTimeMillis();
      if (left <= 0) {
        throw new IllegalStateException("the other procedure neither runs a statement nor ends");
      }
      await(left);
    }
    waiting.remove(session.id());
    next = 0;
  }

  /** One of the two has ended. */
  synchronized void ended() {
    atWork--;
    draw();
  }

  /** Once all who are at work wait, one of them goes on. */
  private void draw() {
    if (next == 0 && !waiting.isEmpty() && waiting.size() >= atWork) {
      long[] all = waiting.stream().mapToLong(Long::longValue).sorted().toArray();
      next = all[random.nextInt(all.length)];
      notifyAll();
    }
  }

  private void await(long millis) {
    try {
      wait(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for a turn", e);
    }
  }
}
