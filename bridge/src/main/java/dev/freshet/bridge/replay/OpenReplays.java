package dev.freshet.bridge.replay;

import dev.freshet.bridge.ledger.Lane;
import dev.freshet.bridge.notice.Bell;
import dev.freshet.bridge.stage.ReplayName;
import dev.freshet.bridge.stage.ReplayStage;
import dev.freshet.bridge.stage.StageDataException;
import dev.freshet.bridge.watch.Metrics;
import dev.freshet.bridge.watch.Metrics.Metric;
import dev.freshet.contract.replay.ReplayException;
import dev.freshet.contract.replay.ReplayFailure;
import dev.freshet.contract.replay.ReplayRequest;
import dev.freshet.contract.replay.ReplayRequestCodec;
import dev.freshet.contract.stage.StageLayout;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The replays that are asked for and neither done nor failed. The stage alone says which: a replay
 * is done when every lane has its receipt, and over when it failed; both are for ever. Thread-safe.
 */
public final class OpenReplays {
  private static final Logger LOG = LoggerFactory.getLogger(OpenReplays.class);

  /** One request to S3 each, while notices wait. */
  private static final int MOST_UNKNOWN = 100;

  private final ReplayStage stage;
  private final Bell bell;
  private final Clock clock;
  private final Metrics metrics;
  private final Map<ReplayName, ReplayRequest> open = new ConcurrentHashMap<>();
  private final Set<ReplayName> over = ConcurrentHashMap.newKeySet();

  /**
   * Knows none yet.
   *
   * @param bell is rung when one is found
   */
  public OpenReplays(ReplayStage stage, Bell bell, Clock clock, Metrics metrics) {
    this.stage = stage;
    this.bell = bell;
    this.clock = clock;
    this.metrics = metrics;
  }

  /**
   * Lists the requests, and looks at those that are not known to be over. Of those that are not
   * known at all only so many at a time: after a start all old ones are.
   *
   * @return whether others are left to look at
   * @throws dev.freshet.bridge.stage.StageUnavailableException if that cannot be done now
   */
  public synchronized boolean look() {
    Map<ReplayName, StageLayout.ReplayKey> latest = new LinkedHashMap<>();
    for (StageLayout.ReplayKey key : stage.requests()) {
      latest.merge(
          new ReplayName(key.contract(), key.id()), key, (a, b) -> a.number() > b.number() ? a : b);
    }
    over.retainAll(latest.keySet());
    latest.keySet().removeAll(over);
    int unknown = 0;
    for (Map.Entry<ReplayName, StageLayout.ReplayKey> e : latest.entrySet()) {
      boolean known = open.containsKey(e.getKey());
      if (known || unknown < MOST_UNKNOWN) {
        lookAt(e.getKey(), e.getValue());
      }
      unknown += known ? 0 : 1;
    }
    count();
    return unknown > MOST_UNKNOWN;
  }

  private void lookAt(ReplayName name, StageLayout.ReplayKey key) {
    ReplayStage.Told told = stage.told(name);
    if (told.failed()) {
      close(name);
      return;
    }
    try {
      ReplayRequest request = key.number() > 0 ? refused(key) : known(name, key);
      if (told.receipts(request.lanes()) == request.lanes()) {
        close(name);
      } else if (isNew(name, request)) {
        LOG.info("replay asked for contract={} replay={}", name.contract(), name.id());
        bell.ring();
      }
    } catch (ReplayException | StageDataException e) {
      fail(name, ReplayFailure.Reason.REQUEST, String.valueOf(e.getMessage()));
    }
  }

  /** A publisher may have ended it since the stage was looked at. */
  private boolean isNew(ReplayName name, ReplayRequest request) {
    synchronized (over) {
      return !over.contains(name) && open.put(name, request) == null;
    }
  }

  private ReplayRequest known(ReplayName name, StageLayout.ReplayKey key) {
    ReplayRequest before = open.get(name);
    if (before != null) {
      return before;
    }
    String object = StageLayout.replay(key.contract(), key.id(), key.number());
    String text =
        stage.request(key).orElseThrow(() -> new ReplayException(object + " is gone again"));
    ReplayRequest request = ReplayRequestCodec.read(object, text);
    if (!request.contract().equals(name.contract()) || !request.id().equals(name.id())) {
      throw new ReplayException(
          object
              + " asks for replay "
              + request.id()
              + " of "
              + request.contract()
              + "; was it copied there?");
    }
    return request;
  }

  /** Only requests are known so far; what acts on one is refused before it is misunderstood. */
  private static ReplayRequest refused(StageLayout.ReplayKey key) {
    throw new ReplayException(
        StageLayout.replay(key.contract(), key.id(), key.number())
            + " acts on a replay, which is not known here: a replay is asked for and then runs to"
            + " its end");
  }

  /** The open ones. */
  Map<ReplayName, ReplayRequest> all() {
    return Map.copyOf(open);
  }

  /** A lane's replay, if it is open. */
  Optional<ReplayRequest> of(Lane lane) {
    return name(lane).map(open::get);
  }

  static Optional<ReplayName> name(Lane lane) {
    return lane.replay().map(id -> new ReplayName(lane.contract(), id));
  }

  /** The last receipt stands on the stage. */
  void done(ReplayName name) {
    metrics.add(Metric.REPLAYS_ENDED, "done", 1);
    LOG.info("replay done contract={} replay={}", name.contract(), name.id());
    close(name);
    count();
  }

  /** Tells on the stage that a replay failed, and lets it go. */
  void fail(ReplayName name, ReplayFailure.Reason reason, String message) {
    stage.putFailure(
        name,
        new ReplayFailure(
                ReplayFailure.FORMAT_VERSION,
                name.contract().toString(),
                name.id().text(),
                reason,
                message,
                clock.instant().truncatedTo(ChronoUnit.MILLIS).toString())
            .text());
    metrics.add(Metric.REPLAYS_ENDED, "failed", 1);
    LOG.error(
        "replay failed contract={} replay={} reason={} cause=\"{}\"",
        name.contract(),
        name.id(),
        reason.word(),
        message);
    close(name);
    count();
  }

  private void close(ReplayName name) {
    synchronized (over) {
      over.add(name);
      open.remove(name);
    }
  }

  private void count() {
    metrics.set(Metric.REPLAYS_OPEN, "open", open.size());
  }
}
