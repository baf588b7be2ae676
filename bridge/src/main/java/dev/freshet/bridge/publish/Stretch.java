package dev.freshet.bridge.publish;

import dev.freshet.contract.manifest.Manifest;
import java.util.List;
import java.util.Optional;

/**
 * Parts of a change set that are read as one: a single part, or all parts of a bucket.
 *
 * @param first the first of them, as an index into the manifest's parts
 * @param end the index after the last of them
 */
record Stretch(Manifest manifest, int first, int end) {

  /** The stretch that begins with a part. */
  static Stretch at(Manifest manifest, int part) {
    Optional<Integer> bucket = manifest.parts().get(part).bucket();
    int end = part + 1;
    while (bucket.isPresent()
        && end < manifest.parts().size()
        && manifest.parts().get(end).bucket().equals(bucket)) {
      end++;
    }
    return new Stretch(manifest, part, end);
  }

  /** The bucket that it is; empty if it is a single part. */
  Optional<Integer> bucket() {
    return head().bucket();
  }

  /** Whether it may hold rows of a lane. */
  boolean mayHold(int lane) {
    return rows() > 0 && manifest.laneOf(head()).map(l -> l == lane).orElse(true);
  }

  long rows() {
    return parts().stream().mapToLong(Manifest.Part::rows).sum();
  }

  List<Manifest.Part> parts() {
    return manifest.parts().subList(first, end);
  }

  /** The entity tag that pins what is in hand; a bucket's parts are pinned by the manifest. */
  Optional<String> etag() {
    return bucket().isPresent() ? Optional.empty() : Optional.of(head().etag());
  }

  private Manifest.Part head() {
    return manifest.parts().get(first);
  }
}
