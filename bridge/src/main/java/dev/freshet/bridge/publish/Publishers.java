package dev.freshet.bridge.publish;

import dev.freshet.bridge.ledger.LedgerException;
import dev.freshet.bridge.ledger.LedgerNotReadyException;
import dev.freshet.bridge.notice.Bell;
import dev.freshet.bridge.stage.StageUnavailableException;
import dev.freshet.bridge.watch.Metrics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs one thread for each publisher that the group gives to this instance. */
public final class Publishers implements Ownership.Listener, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Publishers.class);

  /** A lane that waits for another's receipts or a missing manifest looks again after so long. */
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

  private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
  private static final Duration HAND_OVER = Duration.ofSeconds(20);

  private final Surroundings around;
  private final String kind;
  private final Bell bell;
  private final Consumer<Throwable> onFatal;
  private final Map<Integer, Runner> runners = new ConcurrentHashMap<>();
  private volatile Ownership ownership = partition -> true;
  private volatile boolean over;

  /**
   * Runs nothing yet.
   *
   * @param kind stands before a publisher's number in the log, in thread names and metrics; empty
   *     for the live path
   * @param bell is rung when something is announced
   * @param onFatal hears of what no publisher may go on with
   */
  public Publishers(Surroundings around, String kind, Bell bell, Consumer<Throwable> onFatal) {
    this.around = around;
    this.kind = kind;
    this.bell = bell;
    this.onFatal = onFatal;
  }

  /** Whom to ask who owns, once the group is there. */
  public void ask(Ownership group) {
    ownership = group;
  }

  /** Whether every publisher knows where its lanes stand. */
  public boolean allReady() {
    return runners.values().stream().allMatch(r -> r.ready);
  }

  @Override
  public void gained(int partition) {
    if (over) {
      return;
    }
    Runner runner = new Runner(partition);
    Runner before = runners.put(partition, runner);
    if (before != null) {
      before.release();
    }
    count();
    LOG.info("publisher={}{} gained", kind, partition);
    runner.thread.start();
  }

  @Override
  public void handedOver(int partition) {
    Runner runner = runners.remove(partition);
    if (runner != null) {
      runner.release();
      runner.awaitEnd(HAND_OVER);
    }
    LOG.info("publisher={}{} handed over", kind, partition);
    count();
  }

  @Override
  public void lost(int partition) {
    Runner runner = runners.remove(partition);
    if (runner != null) {
      runner.release();
    }
    LOG.warn("publisher={}{} lost: the group gave it to another", kind, partition);
    count();
  }

  private void count() {
    around.metrics().set(Metrics.Metric.PUBLISHERS_OWNED, kind + "owned", runners.size());
  }

  /** Lets all publishers finish the slice in hand and go. */
  @Override
  public void close() {
    over = true;
    List<Runner> all = new ArrayList<>(runners.values());
    all.forEach(Runner::release);
    all.forEach(r -> r.awaitEnd(HAND_OVER));
    runners.clear();
  }

  /** A publisher and its thread. */
  private final class Runner implements Runnable {
    private final int partition;
    private final Publisher publisher;
    private final Thread thread;
    private volatile boolean released;
    private volatile boolean ready = true;
    private final Bell told = new Bell();
    private Duration pause = FIRST_PAUSE;

    /** Whether the last turn did not end well: then the group is asked before a producer opens. */
    private boolean inDoubt;

    Runner(int partition) {
      this.partition = partition;
      this.publisher = new Publisher(partition, around);
      this.thread = new Thread(this, "publisher-" + kind + partition);
      thread.setUncaughtExceptionHandler((t, e) -> onFatal.accept(e));
    }

    void release() {
      released = true;
      told.ring();
      bell.ring();
    }

    void awaitEnd(Duration atMost) {
      try {
        thread.join(atMost.toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public void run() {
      try (publisher) {
        while (!released) {
          long heard = bell.rings();
          Publisher.Turn turn = turn();
          ready = turn != Publisher.Turn.TROUBLED;
          rest(turn, heard);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    private void rest(Publisher.Turn turn, long heard) throws InterruptedException {
      if (turn == Publisher.Turn.TROUBLED) {
        told.await(0, pause);
        Duration longer = pause.multipliedBy(2);
        pause = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
      } else {
        pause = FIRST_PAUSE;
        if (turn == Publisher.Turn.IDLE) {
          bell.await(heard, LOOK_AGAIN);
        }
      }
    }

    private Publisher.Turn turn() {
      try {
        if (!publisher.isOpen() && inDoubt && !ownership.confirms(partition)) {
          return Publisher.Turn.IDLE;
        }
        inDoubt = true;
        Publisher.Turn turn = publisher.turn();
        inDoubt = turn == Publisher.Turn.TROUBLED;
        return turn;
      } catch (StageUnavailableException
          | LedgerNotReadyException
          | PublicationUnavailableException e) {
        LOG.warn("publisher={}{} trying again in {}: {}", kind, partition, pause, e.getMessage());
        return Publisher.Turn.TROUBLED;
      } catch (LedgerException e) {
        throw e;
      } catch (RuntimeException e) {
        LOG.error("publisher={}{} lets its producer go and starts over", kind, partition, e);
        publisher.close();
        return Publisher.Turn.TROUBLED;
      }
    }
  }
}
