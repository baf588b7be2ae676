package dev.freshet.bridge.publish;

import dev.freshet.bridge.admission.Standing;
import dev.freshet.bridge.admission.Verdict;
import dev.freshet.bridge.registry.RegistryRefusedException;
import dev.freshet.bridge.registry.RegistryUnavailableException;
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

  LaneLog(Surroundings around) {
    this.around = around;
  }

  private Metrics metrics() {
    return around.metrics();
  }

  private static String contract(LaneState lane) {
    return lane.lane().contract().toString();
  }

  void committed(LaneState lane, SealedManifest sealed, Slice slice) {
    int records = slice.records().size();
    metrics().add(Metric.TRANSACTIONS, "committed", 1);
    metrics().add(Metric.RECORDS_PUBLISHED, contract(lane), records);
    long sequence = sealed.manifest().sequence();
    if (!slice.after().complete()) {
      LOG.info(
          "published a slice contract={} lane={} sequence={} part={} row={} records={}",
          contract(lane),
          lane.lane().number(),
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
        "published contract={} lane={} sequence={} kind={} records={} delay_ms={}",
        contract(lane),
        lane.lane().number(),
        sequence,
        sealed.manifest().kind(),
        lane.entry().map(e -> e.progress().tally()).map(t -> t.upserts() + t.deletes()).orElse(0L),
        delay.toMillis());
  }

  void aborted(LaneState lane, long sequence, String why) {
    metrics().add(Metric.TRANSACTIONS, "aborted", 1);
    LOG.warn(
        "aborted, trying again contract={} lane={} sequence={} cause=\"{}\"",
        contract(lane),
        lane.lane().number(),
        sequence,
        why);
  }

  void lost(LaneState lane, long sequence, String why) {
    metrics().add(Metric.TRANSACTIONS, "unknown", 1);
    LOG.warn(
        "producer given up, the ledger will tell contract={} lane={} sequence={} cause=\"{}\"",
        contract(lane),
        lane.lane().number(),
        sequence,
        why);
  }

  void refused(LaneState lane, long sequence, String why) {
    metrics().add(Metric.TRANSACTIONS, "refused", 1);
    stop(lane, sequence, "Kafka refuses it: " + why, Optional.of(SOON));
  }

  void topicMissing(LaneState lane, long sequence) {
    stop(
        lane,
        sequence,
        "there is no topic " + contract(lane) + ", or none the bridge may see; create it",
        Optional.of(SOON));
  }

  void schemaRefused(LaneState lane, long sequence, RegistryRefusedException why) {
    stop(lane, sequence, String.valueOf(why.getMessage()), Optional.of(SOON));
  }

  /** Stops the lane for a moment, so that the other lanes of its publisher keep their pace. */
  void registryDown(LaneState lane, long sequence, RegistryUnavailableException why) {
    stop(lane, sequence, String.valueOf(why.getMessage()), Optional.of(A_MOMENT));
  }

  /** Data that cannot all be true: nobody but its owner can say which is. */
  void contradiction(LaneState lane, long sequence, String why) {
    stop(lane, sequence, why, Optional.empty());
  }

  private void stop(LaneState lane, long sequence, String why, Optional<Duration> pause) {
    Instant now = around.clock().instant();
    if (!lane.hasStop()) {
      metrics().add(Metric.LANES_STOPPED, contract(lane), 1);
    }
    lane.stop(new LaneState.Stop(why, pause.map(now::plus)));
    LOG.error(
        "lane stopped contract={} lane={} sequence={} call=\"{}\" next=\"{}\" cause=\"{}\"",
        contract(lane),
        lane.lane().number(),
        sequence,
        owner(lane, sequence),
        pause.map(p -> "tried again in " + p.toSeconds() + " s").orElse("restart once it is cured"),
        why);
  }

  private String owner(LaneState lane, long sequence) {
    try {
      return around
          .shelf()
          .manifest(lane.lane().contract(), sequence)
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

  void unavailable(LaneState lane, RuntimeException cause) {
    LOG.warn(
        "trying again contract={} lane={} cause=\"{}\"",
        contract(lane),
        lane.lane().number(),
        cause.getMessage());
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
          "manifest missing contract={} lane={} sequence={} waited_s={} call=\"{}\"",
          contract(lane),
          lane.lane().number(),
          missing,
          waited.toSeconds(),
          owner(lane, missing));
    } else if (waited.isZero()) {
      LOG.info(
          "waiting for a manifest contract={} lane={} sequence={}",
          contract(lane),
          lane.lane().number(),
          missing);
    }
  }
}
