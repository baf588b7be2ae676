package dev.freshet.bridge.fact;

import dev.freshet.bridge.stage.PartSource;
import dev.freshet.contract.Contract;
import dev.freshet.contract.manifest.Manifest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Hands out the facts of one lane in the order of publication. One thread. */
public interface FactReader extends AutoCloseable {
  /**
   * The next fact of the lane, or null at the end of the part.
   *
   * @throws dev.freshet.bridge.stage.PartException if the part is not what contract and manifest
   *     say
   * @throws dev.freshet.bridge.stage.StageUnavailableException if it cannot be read now
   */
  @Nullable Fact next();

  /** Where to go on from: how many rows are done, those of other lanes counted too. */
  long position();

  @Override
  void close();

  /** Opens readers. Thread-safe. */
  interface Opener {
    /**
     * Opens a reader at a row.
     *
     * @param source the part's bytes
     * @param request which rows, and how they are to be read
     */
    FactReader open(PartSource source, Request request);
  }

  /**
   * What is wanted of a part.
   *
   * @param contract drives the reading: the file's own schema only has to agree
   * @param encodings how keys and values are written
   * @param manifest names the part and the number of lanes
   * @param part an index into the manifest's parts
   * @param lane the lane wanted
   * @param fromRow the first row wanted, from 0
   */
  record Request(
      Contract contract, Encodings encodings, Manifest manifest, int part, int lane, long fromRow) {
    Manifest.Part manifestPart() {
      return manifest.parts().get(part);
    }

    Optional<Integer> partLane() {
      return manifest.laneOf(manifestPart());
    }
  }
}
