package dev.freshet.procs.shape;

/**
 * Where rows come from.
 *
 * @param from what stands behind FROM
 * @param after whether a row is an image after a change, or stands as it is; a condition
 * @param rowId the row's id in the source's streams; an expression
 */
record Images(String from, String after, String rowId) {

  /** What a stream, or CHANGES, shows. */
  static Images changes(String from) {
    return new Images(from, "METADATA$ACTION = 'INSERT'", "METADATA$ROW_ID");
  }

  /** The rows of a table as they stand; they do not tell their ids. */
  static Images standing(String from) {
    return new Images(from, "TRUE", "CAST(NULL AS VARCHAR)");
  }
}
