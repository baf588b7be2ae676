package dev.freshet.bridge.replay;

import dev.freshet.bridge.admission.Standing;
import dev.freshet.bridge.ledger.Lane;
import dev.freshet.bridge.ledger.Ledger;
import dev.freshet.bridge.ledger.LedgerEntry;
import dev.freshet.bridge.publish.LaneSource;
import dev.freshet.contract.manifest.SealedManifest;
import dev.freshet.contract.replay.ReplayRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The lanes of open replays that belong to one partition of the replay ledger. */
public final class ReplayLanes implements LaneSource {
  private final int partition;
  private final OpenReplays open;
  private final Ledger ledger;

  private ReplayLanes(int partition, OpenReplays open, Ledger ledger) {
    this.partition = partition;
    this.open = open;
    this.ledger = ledger;
  }

  /** Opens the lanes of publishers. */
  public static LaneSource.Opener opener(OpenReplays open, Ledger ledger) {
    return partition -> new ReplayLanes(partition, open, ledger);
  }

  @Override
  public List<Lane> lanes() {
    return open.all().values().stream()
        .flatMap(
            r ->
                IntStream.range(0, r.lanes())
                    .mapToObj(n -> new Lane(r.contract(), Optional.of(r.id()), n)))
        .filter(l -> ledger.partitionOf(l) == partition)
        .toList();
  }

  /** A replay that is over stays in the ledger and is left alone. */
  @Override
  public boolean serves(Lane lane) {
    return open.of(lane).isPresent();
  }

  @Override
  public Optional<Standing> standing(Lane lane, Optional<LedgerEntry> entry) {
    boolean complete = entry.map(e -> e.progress().complete()).orElse(false);
    return complete
        ? Optional.empty()
        : open.of(lane)
            .map(r -> manifest(r).manifest().sequence())
            .map(sequence -> new Standing(lane, entry, sequence));
  }

  @Override
  public Optional<SealedManifest> manifest(Lane lane, long sequence) {
    return open.of(lane)
        .map(ReplayLanes::manifest)
        .filter(m -> m.manifest().sequence() == sequence);
  }

  @Override
  public Optional<SealedManifest> manifestAfter(Lane lane, long sequence) {
    return Optional.empty();
  }

  static SealedManifest manifest(ReplayRequest request) {
    if (request instanceof ReplayRequest.Staging staging) {
      return staging.manifest();
    }
    throw new IllegalArgumentException("no manifest is known of " + request.id());
  }
}
