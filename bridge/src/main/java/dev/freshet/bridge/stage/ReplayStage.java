package dev.freshet.bridge.stage;

import dev.freshet.contract.stage.StageLayout;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What stands on the stage of replays, and what the bridge tells of them. Names are those of {@code
 * StageLayout}. Thread-safe; every method may throw {@link StageUnavailableException}.
 */
public interface ReplayStage {
  /** All objects under {@code replays/}. */
  List<StageLayout.ReplayKey> requests();

  /** The text of one of them. */
  Optional<String> request(StageLayout.ReplayKey key);

  /** What is told of a replay so far. */
  Told told(ReplayName name);

  /**
   * What is told of a replay, by the names of the objects alone.
   *
   * @param keys the objects in its folder of receipts
   */
  record Told(ReplayName name, Set<String> keys) {
    public Told {
      keys = Set.copyOf(keys);
    }

    /** Whether it failed. */
    public boolean failed() {
      return keys.contains(StageLayout.replayFailure(name.contract(), name.id()));
    }

    /** How many of its first lanes have a receipt. */
    public int receipts(int lanes) {
      return (int) IntStream.range(0, lanes).filter(this::hasReceipt).count();
    }

    /** Whether a lane has one. */
    public boolean hasReceipt(int lane) {
      return keys.contains(StageLayout.replayReceipt(name.contract(), name.id(), lane));
    }
  }

  /** A receipt's text. */
  Optional<String> receipt(ReplayName name, int lane);

  /** Writes a receipt; the same text again is harmless. */
  void putReceipt(ReplayName name, int lane, String text);

  /** The failure's text. */
  Optional<String> failure(ReplayName name);

  /** Writes the failure; again is harmless. */
  void putFailure(ReplayName name, String text);
}
