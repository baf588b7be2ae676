package dev.freshet.procs.shape;

/** What a chunk publishes of its keys. */
public enum ChunkKind {
  /**
   * Every fact that stands, also one that is published already: a snapshot. If it looks at all
   * rows, keys that are gone from the source are deleted too.
   */
  EVERYTHING,

  /**
   * Only what differs from what was last published: a rebaseline. The ids of rows may all be new,
   * so those that KEYS knows are forgotten.
   */
  DIFFERENCE
}
