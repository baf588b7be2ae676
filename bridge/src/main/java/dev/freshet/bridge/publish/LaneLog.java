package dev.freshet.bridge.publish;

import dev.freshet.bridge.admission.Standing;
import dev.freshet.bridge.admission.Verdict;
import dev.freshet.bridge.publish.Destination.Hindrance;
import dev.freshet.bridge.registry.RegistryException;
import dev.freshet.bridge.registry.RegistryRefusedException;
import dev.freshet.bridge.stage.StageDataException;
import dev.freshet.bridge.watch.Metrics;
import dev.freshet.bridge.watch.Metrics.Metric;
import dev.freshet.contract.manifest.SealedManifest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says what becomes of a lane, in the log and the metrics, and stops it where a human is needed.
 * One line each, with contract, lane and sequence.
 */
final class LaneLog {
  private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final Duration A_MOMENT = Duration.ofSeconds(5);

  private final Surroundings around;
  private final LaneSource source;

  LaneLog(Surroundings around, LaneSource source) {
    this.around = around;
    this.source = source;
  }

  private Metrics metrics() {
    return around.metrics();
  }

  /** The metrics' label; what replays do does not count as the contract's own. */
  private static String contract(LaneState lane) {
    return lane.lane().contract() + (lane.lane().replay().isPresent() ? "/replay" : "");
  }

  /** For the log. */
  private static String where(LaneState lane) {
    return "contract="
        + lane.lane().contract()
        + lane.lane().replay().map(r -> " replay=" + r).orElse("")
        + " lane="
        + lane.lane().number();
  }

  void committed(LaneState lane, SealedManifest sealed, Slice slice) {
    int records = slice.records().size();
    metrics().add(Metric.TRANSACTIONS, "committed", 1);
    metrics().add(Metric.RECORDS_PUBLISHED, contract(lane), records);
    long sequence = sealed.manifest().sequence();
    if (!slice.after().complete()) {
      LOG.info(
          "published a slice {} sequence={} part={} row={} records={}",
          where(lane),
          sequence,
          slice.after().part(),
          slice.after().row(),
          records);
      return;
    }
    Duration delay = Duration.between(sealed.manifest().createdAt(), around.clock().instant());
    metrics().add(Metric.CHANGE_SETS_PUBLISHED, contract(lane), 1);
    metrics().set(Metric.PUBLISH_DELAY, contract(lane), delay.toMillis() / 1000.0);
    LOG.info(
        "published {} sequence={} kind={} records={} delay_ms={}",
        where(lane),
        sequence,
        sealed.manifest().kind(),
        lane.entry().map(e -> e.progress().tally()).map(t -> t.upserts() + t.deletes()).orElse(0L),
        delay.toMillis());
  }

  void aborted(LaneState lane, long sequence, String why) {
    metrics().add(Metric.TRANSACTIONS, "aborted", 1);
    LOG.warn("aborted, trying again {} sequence={} cause=\"{}\"", where(lane), sequence, why);
  }

  void lost(LaneState lane, long sequence, String why) {
    metrics().add(Metric.TRANSACTIONS, "unknown", 1);
    LOG.warn(
        "producer given up, the ledger will tell {} sequence={} cause=\"{}\"",
        where(lane),
        sequence,
        why);
  }

  void refused(LaneState lane, long sequence, String why) {
    metrics().add(Metric.TRANSACTIONS, "refused", 1);
    stop(lane, sequence, Hindrance.REFUSED, "Kafka refuses it: " + why);
  }

  void topicMissing(LaneState lane, long sequence, String topic) {
    String why = "there is no topic " + topic + ", or none the bridge may see; create it";
    stop(lane, sequence, Hindrance.TOPIC_MISSING, why);
  }

  /** Data that is missing or not what it should be. */
  void unfit(LaneState lane, long sequence, String why) {
    stop(lane, sequence, Hindrance.DATA, why);
  }

  /**
   * A schema has no id yet. The lane stops even if the registry only does not answer now, so that
   * the other lanes of its publisher keep their pace.
   */
  void schemaMissing(LaneState lane, long sequence, RegistryException why) {
    Hindrance hindrance =
        why instanceof RegistryRefusedException
            ? Hindrance.SCHEMA_REFUSED
            : Hindrance.REGISTRY_DOWN;
    stop(lane, sequence, hindrance, String.valueOf(why.getMessage()));
  }

  /** Data that cannot all be true: nobody but its owner can say which is. */
  void contradiction(LaneState lane, long sequence, String why) {
    stop(lane, sequence, Hindrance.CONTRADICTION, why);
  }

  private void stop(LaneState lane, long sequence, Hindrance hindrance, String why) {
    String owner = owner(lane, sequence);
    boolean over = around.destination().stopped(lane.lane(), hindrance, why);
    Optional<Duration> pause = over ? Optional.empty() : pause(hindrance);
    if (!lane.hasStop()) {
      metrics().add(Metric.LANES_STOPPED, contract(lane), 1);
    }
    lane.stop(new LaneState.Stop(why, pause.map(around.clock().instant()::plus)));
    LOG.error(
        "lane stopped {} sequence={} call=\"{}\" next=\"{}\" cause=\"{}\"",
        where(lane),
        sequence,
        owner,
        over
            ? "it is over; ask again once it is cured"
            : pause
                .map(p -> "tried again in " + p.toSeconds() + " s")
                .orElse("restart once it is cured"),
        why);
  }

  /** What somebody may cure beside the running bridge is tried again. */
  private static Optional<Duration> pause(Hindrance hindrance) {
    return switch (hindrance) {
      case TOPIC_MISSING, REFUSED, SCHEMA_REFUSED -> Optional.of(SOON);
      case REGISTRY_DOWN -> Optional.of(A_MOMENT);
      case DATA, CONTRADICTION -> Optional.empty();
    };
  }

  private String owner(LaneState lane, long sequence) {
    try {
      return source
          .manifest(lane.lane(), sequence)
          .map(m -> around.shelf().contract(lane.lane().contract(), m.manifest().contractVersion()))
          .map(c -> c.owner().toString())
          .orElse("the contract's owner");
    } catch (StageDataException e) {
      return "the contract's owner"; // the very thing that is wrong may be what names them
    }
  }

  /** The lane goes on, or is let go: it counts among the stopped no more. */
  void released(LaneState lane) {
    if (lane.hasStop()) {
      metrics().add(Metric.LANES_STOPPED, contract(lane), -1);
      lane.goOn();
    }
    if (lane.isInGap()) {
      metrics().set(Metric.LANES_IN_A_GAP, contract(lane), 0);
      lane.leaveGap();
    }
  }

  void unavailable(LaneState lane, RuntimeException cause, Duration rest) {
    LOG.warn(
        "trying again in {} s {} cause=\"{}\"", rest.toSeconds(), where(lane), cause.getMessage());
  }

  void notAdmitted(LaneState lane, Standing standing, Verdict verdict) {
    if (verdict instanceof Verdict.Contradicts contradiction) {
      contradiction(lane, standing.expected(), contradiction.why());
    } else if (verdict instanceof Verdict.Ahead ahead) {
      inGap(lane, ahead.missing());
    } else {
      LOG.debug("lane={} sequence={} verdict={}", lane.lane(), standing.expected(), verdict);
    }
  }

  private void inGap(LaneState lane, long missing) {
    Instant now = around.clock().instant();
    Duration waited = Duration.between(lane.inGapSince(now), now);
    if (waited.compareTo(around.gapAlert()) >= 0) {
      metrics().set(Metric.LANES_IN_A_GAP, contract(lane), 1);
      LOG.error(
          "manifest missing {} sequence={} waited_s={} call=\"{}\"",
          where(lane),
          missing,
          waited.toSeconds(),
          owner(lane, missing));
    } else if (waited.isZero()) {
      LOG.info("waiting for a manifest {} sequence={}", where(lane), missing);
    }
  }
}
