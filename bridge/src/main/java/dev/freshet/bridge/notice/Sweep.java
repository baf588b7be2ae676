package dev.freshet.bridge.notice;

import dev.freshet.bridge.config.BridgeConfig;
import dev.freshet.bridge.stage.Stage;
import dev.freshet.bridge.stage.StageDataException;
import dev.freshet.bridge.stage.StageUnavailableException;
import dev.freshet.bridge.watch.Metrics;
import dev.freshet.contract.ContractId;
import dev.freshet.contract.stage.Head;
import dev.freshet.contract.stage.StageLayout;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the stage: at the contracts that notices name, at all heads and replays on a timer, at
 * all manifests now and then. So a lost notice costs one interval, a lost head the long one. {@link
 * #run} is its thread; {@link #look} may be called by any.
 */
public final class Sweep implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);
  private static final int PAGE = 1000;

  private final Stage stage;
  private final Announced announced;
  private final BooleanSupplier replays;
  private final BridgeConfig.Sweep config;
  private final Clock clock;
  private final Metrics metrics;
  private final Bell wake = new Bell();
  private final Set<ContractId> asked = new HashSet<>();
  private final Map<ContractId, String> marks = new HashMap<>();
  private Instant everythingDue = Instant.MIN;
  private Instant headsDue = Instant.MIN;
  private volatile boolean replaysAsked;
  private volatile boolean over;
  private volatile boolean sweptOnce;

  /**
   * A sweep that has not begun.
   *
   * @param replays looks at what is asked of replays, and says whether there is more to look at
   */
  public Sweep(
      Stage stage,
      Announced announced,
      BooleanSupplier replays,
      BridgeConfig.Sweep config,
      Clock clock,
      Metrics metrics) {
    this.stage = stage;
    this.announced = announced;
    this.replays = replays;
    this.config = config;
    this.clock = clock;
    this.metrics = metrics;
  }

  /** Asks for a look at a contract, soon. */
  public void look(ContractId contract) {
    synchronized (asked) {
      asked.add(contract);
    }
    wake.ring();
  }

  /** Asks for a look at replays, soon. */
  public void lookAtReplays() {
    replaysAsked = true;
    wake.ring();
  }

  /** Whether everything was looked at since the start. */
  public boolean sweptOnce() {
    return sweptOnce;
  }

  /** Ends the thread soon. */
  public void stop() {
    over = true;
    wake.ring();
  }

  @Override
  public void run() {
    try {
      while (!over) {
        long heard = wake.rings();
        round();
        wake.await(heard, config.interval());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** One round: whatever is asked for or due. */
  void round() {
    try {
      lookAtAsked();
      if (!clock.instant().isBefore(everythingDue)) {
        stage.announcedContracts().forEach(this::lookAt);
        everythingDue = clock.instant().plus(config.everythingInterval());
        metrics.add(Metrics.Metric.SWEEPS, "everything", 1);
        sweptOnce = true;
      }
      if (!clock.instant().isBefore(headsDue)) {
        stage.heads().forEach(this::lookIfMoved);
        replaysAsked = true;
        headsDue = clock.instant().plus(config.interval());
        metrics.add(Metrics.Metric.SWEEPS, "heads", 1);
      }
      if (replaysAsked) {
        replaysAsked = false;
        if (replays.getAsBoolean()) {
          lookAtReplays();
        }
      }
    } catch (StageUnavailableException e) {
      metrics.add(Metrics.Metric.SWEEPS, "failed", 1);
      LOG.warn("sweep failed, trying again in {}: {}", config.interval(), e.getMessage());
    }
  }

  private void lookAtAsked() {
    Set<ContractId> now;
    synchronized (asked) {
      now = Set.copyOf(asked);
      asked.clear();
    }
    now.forEach(this::lookAt);
  }

  private void lookIfMoved(Stage.HeadMark head) {
    if (!head.mark().equals(marks.get(head.contract()))) {
      lookAt(head.contract());
      marks.put(head.contract(), head.mark());
    }
  }

  /** Lists the manifests after the highest one known; at first sight after the head's. */
  private void lookAt(ContractId contract) {
    long from = announced.highest(contract).orElseGet(() -> beforeHead(contract));
    List<Long> found;
    do {
      found = stage.sequencesAfter(contract, from, PAGE);
      if (!found.isEmpty()) {
        from = found.get(found.size() - 1);
        announced.saw(contract, from);
        metrics.set(Metrics.Metric.ANNOUNCED_SEQUENCE, contract.toString(), (double) from);
      }
    } while (found.size() == PAGE);
  }

  private long beforeHead(ContractId contract) {
    try {
      return stage
          .head(contract)
          .map(text -> Head.read(StageLayout.head(contract), text).sequence() - 1)
          .orElse(0L);
    } catch (IllegalArgumentException | StageDataException e) {
      LOG.warn(
          "contract={} has an unreadable head, listing all manifests: {}",
          contract,
          e.getMessage());
      return 0;
    }
  }
}
