package dev.freshet.contract.manifest;

import java.util.List;

/**
 * What must hold between the parts of a change set: rows of one bucket are read together, so its
 * parts stand together, and a bucket belongs to one lane.
 */
final class PartOrder {
  private PartOrder() {}

  static void require(List<Manifest.Part> parts, int lanes) {
    int last = -1;
    for (Manifest.Part part : parts) {
      requireLane(part, lanes);
      int bucket = part.bucket().orElse(-1);
      boolean alike = part.bucket().isPresent() == parts.get(0).bucket().isPresent();
      if (!alike || bucket < last || part.bucket().map(b -> b < 0).orElse(false)) {
        throw new IllegalArgumentException(
            "parts are in the order of their buckets, counted from 0, or have none; found "
                + part.key()
                + " with bucket "
                + part.bucket().map(String::valueOf).orElse("none")
                + " after "
                + (last < 0 ? "none" : last));
      }
      last = bucket;
    }
  }

  private static void requireLane(Manifest.Part part, int lanes) {
    boolean known = part.lane().map(l -> l >= 0 && l < lanes).orElse(true);
    boolean fits =
        part.lane().isEmpty()
            || part.bucket().isEmpty()
            || part.lane().get() == part.bucket().get() % lanes;
    if (!known || !fits) {
      throw new IllegalArgumentException(
          "part "
              + part.key()
              + " is of lane "
              + part.lane().orElseThrow()
              + ", of "
              + lanes
              + part.bucket().map(b -> ", but of bucket " + b).orElse(""));
    }
  }
}
