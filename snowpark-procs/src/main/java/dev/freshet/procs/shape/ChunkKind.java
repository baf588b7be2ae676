package dev.freshet.procs.shape;

/** What a chunk publishes of its keys. */
public enum ChunkKind {
  /** Every fact that stands, also one that is published already: a snapshot. */
  EVERYTHING,

  /**
   * Only what differs from what was last published, deletes of keys that are gone from the source
   * among it: a rebaseline. The ids of rows may all be new, so those that KEYS knows are forgotten.
   */
  DIFFERENCE
}
