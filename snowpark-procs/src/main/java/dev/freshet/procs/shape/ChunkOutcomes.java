package dev.freshet.procs.shape;

import java.util.Optional;

/** What the rows of a range come to; in the columns that {@link Shape} makes facts of. */
sealed interface ChunkOutcomes permits StateChunk, EventChunk {

  Select of(KeyRange range);

  /** Adds the keys after one that may be gone from the source. */
  Select mayBeGone(Select keys, Optional<String> after);
}
