package dev.freshet.bridge.publish;

import dev.freshet.bridge.admission.Eras;
import dev.freshet.bridge.admission.Standing;
import dev.freshet.bridge.ledger.Lane;
import dev.freshet.bridge.ledger.Ledger;
import dev.freshet.bridge.ledger.LedgerEntry;
import dev.freshet.bridge.ledger.Progress;
import dev.freshet.bridge.notice.Announced;
import dev.freshet.bridge.stage.Shelf;
import dev.freshet.bridge.stage.Stage;
import dev.freshet.bridge.stage.StageDataException;
import dev.freshet.bridge.watch.Metrics;
import dev.freshet.contract.ContractId;
import dev.freshet.contract.manifest.Manifest;
import dev.freshet.contract.manifest.SealedManifest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The lanes of the live path: those of all announced contracts, for ever. */
public final class LiveLanes implements LaneSource {
  private static final Logger LOG = LoggerFactory.getLogger(LiveLanes.class);

  /** An unreadable manifest is looked at again after so long: it may be put right, or come late. */
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(30);

  private final int partition;
  private final Announced announced;
  private final Stage stage;
  private final Shelf shelf;
  private final Ledger ledger;
  private final Clock clock;
  private final Metrics metrics;
  private final Map<ContractId, Known> known = new HashMap<>();

  private LiveLanes(int partition, Reading reading) {
    this.partition = partition;
    this.announced = reading.announced();
    this.stage = reading.stage();
    this.shelf = reading.shelf();
    this.ledger = reading.ledger();
    this.clock = reading.clock();
    this.metrics = reading.metrics();
  }

  /** What is read to find lanes; thread-safe. */
  public record Reading(
      Announced announced, Stage stage, Shelf shelf, Ledger ledger, Clock clock, Metrics metrics) {}

  /** Opens the lanes of publishers. */
  public static LaneSource.Opener opener(Reading reading) {
    return partition -> new LiveLanes(partition, reading);
  }

  /** What the manifests up to a sequence say of lanes; empty if they cannot be read. */
  private record Known(long highest, Optional<Eras> eras, List<Lane> lanes, Instant until) {
    boolean holds(long announced, Instant now) {
      return highest == announced && now.isBefore(until);
    }
  }

  @Override
  public List<Lane> lanes() {
    List<Lane> lanes = new ArrayList<>();
    announced.contracts().forEach((c, highest) -> lanes.addAll(known(c, highest).lanes()));
    return lanes;
  }

  /** Every lane: receipts may be due of one that nothing is announced for. */
  @Override
  public boolean serves(Lane lane) {
    return true;
  }

  @Override
  public Optional<SealedManifest> manifest(Lane lane, long sequence) {
    return shelf.manifest(lane.contract(), sequence);
  }

  @Override
  public Optional<SealedManifest> manifestAfter(Lane lane, long sequence) {
    return stage.sequencesAfter(lane.contract(), sequence, 1).stream()
        .findFirst()
        .flatMap(later -> shelf.manifest(lane.contract(), later));
  }

  @Override
  public Optional<Standing> standing(Lane lane, Optional<LedgerEntry> entry) {
    OptionalLong highest = announced.highest(lane.contract());
    if (highest.isEmpty()) {
      return Optional.empty();
    }
    Optional<Eras> eras = known(lane.contract(), highest.getAsLong()).eras();
    OptionalLong expected =
        eras.map(e -> expected(lane, entry.map(LedgerEntry::progress), e))
            .orElse(OptionalLong.empty());
    return expected.isPresent() && expected.getAsLong() <= highest.getAsLong()
        ? Optional.of(new Standing(lane, entry, expected.getAsLong()))
        : Optional.empty();
  }

  private static OptionalLong expected(Lane lane, Optional<Progress> progress, Eras eras) {
    if (progress.isPresent() && !progress.get().complete()) {
      return OptionalLong.of(progress.get().sequence());
    }
    return eras.firstWith(lane.number(), progress.map(p -> p.sequence() + 1).orElse(1L));
  }

  private Known known(ContractId contract, long highest) {
    Known before = known.get(contract);
    if (before != null && before.holds(highest, clock.instant())) {
      return before;
    }
    Optional<Eras> eras = eras(contract, highest);
    Known now =
        new Known(
            highest,
            eras,
            eras.map(e -> lanes(contract, e)).orElse(List.of()),
            eras.isPresent() ? Instant.MAX : clock.instant().plus(LOOK_AGAIN));
    known.put(contract, now);
    return now;
  }

  private Optional<Eras> eras(ContractId contract, long highest) {
    try {
      Optional<Eras> eras =
          manifest(contract, highest)
              .map(latest -> Eras.upTo(latest, sequence -> manifest(contract, sequence)));
      metrics.set(
          Metrics.Metric.CONTRACTS_UNREADABLE, contract.toString(), eras.isPresent() ? 0 : 1);
      return eras;
    } catch (StageDataException e) {
      metrics.set(Metrics.Metric.CONTRACTS_UNREADABLE, contract.toString(), 1);
      LOG.error(
          "contract={} sequence={} nothing of this contract is published: {}",
          contract,
          highest,
          e.getMessage());
      return Optional.empty();
    }
  }

  private Optional<Manifest> manifest(ContractId contract, long sequence) {
    return shelf.manifest(contract, sequence).map(SealedManifest::manifest);
  }

  private List<Lane> lanes(ContractId contract, Eras eras) {
    List<Lane> lanes = new ArrayList<>();
    for (int number = 0; number < eras.mostLanes(); number++) {
      Lane lane = new Lane(contract, number);
      if (ledger.partitionOf(lane) == partition) {
        lanes.add(lane);
      }
    }
    return lanes;
  }
}
