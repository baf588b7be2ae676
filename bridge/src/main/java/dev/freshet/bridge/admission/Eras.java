package dev.freshet.bridge.admission;

import dev.freshet.contract.manifest.Manifest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongFunction;

/**
 * The numbers of lanes that a contract had, and since when. Read backwards from a manifest through
 * {@code lanes_since}, as far as manifests are still there.
 *
 * @param eras in order; the last one is in force
 */
public record Eras(List<Era> eras) {
  /** A stretch of change sets with one number of lanes. */
  public record Era(long since, int lanes) {}

  public Eras {
    eras = List.copyOf(eras);
  }

  /**
   * Walks back from a manifest.
   *
   * @param manifests gives the manifest of a sequence, or empty if it is not there
   */
  public static Eras upTo(Manifest latest, LongFunction<Optional<Manifest>> manifests) {
    Deque<Era> eras = new ArrayDeque<>();
    Optional<Manifest> in = Optional.of(latest);
    while (in.isPresent()) {
      Manifest manifest = in.get();
      eras.addFirst(new Era(manifest.lanesSince(), manifest.lanes()));
      in =
          manifest.lanesSince() == 1
              ? Optional.empty()
              : manifests.apply(manifest.lanesSince() - 1);
    }
    return new Eras(List.copyOf(eras));
  }

  /** The most lanes there ever were. */
  public int mostLanes() {
    return eras.stream().mapToInt(Era::lanes).max().orElse(0);
  }

  /**
   * The first sequence at or after the given one in which a lane has a part; empty if it has none
   * any more.
   */
  public OptionalLong firstWith(int lane, long sequence) {
    for (int i = 0; i < eras.size(); i++) {
      Era era = eras.get(i);
      long end = i + 1 < eras.size() ? eras.get(i + 1).since() : Long.MAX_VALUE;
      if (lane < era.lanes() && sequence < end) {
        return OptionalLong.of(Math.max(sequence, era.since()));
      }
    }
    return OptionalLong.empty();
  }
}
