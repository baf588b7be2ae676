package dev.freshet.bridge.publish;

import dev.freshet.bridge.admission.Standing;
import dev.freshet.bridge.ledger.Lane;
import dev.freshet.bridge.ledger.LedgerEntry;
import dev.freshet.contract.manifest.SealedManifest;
import java.util.List;
import java.util.Optional;

/**
 * Where the lanes of one publisher come from, and the change sets they are to publish. One thread.
 *
 * <p>Every method may throw {@link dev.freshet.bridge.stage.StageUnavailableException}; those that
 * read manifests also {@link dev.freshet.bridge.stage.StageDataException}.
 */
public interface LaneSource {
  /** The lanes of this publisher that there may be work for. */
  List<Lane> lanes();

  /** Whether a lane that the ledger knows is still worked for. */
  boolean serves(Lane lane);

  /** What the lane looks for; empty if there is nothing for it now. */
  Optional<Standing> standing(Lane lane, Optional<LedgerEntry> entry);

  /** The manifest of that sequence, if it is there. */
  Optional<SealedManifest> manifest(Lane lane, long sequence);

  /** The next manifest after that sequence, if there is one. */
  Optional<SealedManifest> manifestAfter(Lane lane, long sequence);

  /** Makes the source of one publisher. Thread-safe. */
  @FunctionalInterface
  interface Opener {
    LaneSource of(int partition);
  }
}
