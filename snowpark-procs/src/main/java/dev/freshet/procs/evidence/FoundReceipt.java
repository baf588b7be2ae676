package dev.freshet.procs.evidence;

/**
 * An object that stands under the key of a wanted receipt.
 *
 * @param bytes its size
 * @param etag S3's entity tag: another content has another one
 */
record FoundReceipt(WantedReceipt wanted, long bytes, String etag) {
  /** A receipt has a line for each partition of its topic; what is longer is none. */
  private static final long LARGEST = 1_000_000;

  boolean isTooLarge() {
    return bytes > LARGEST;
  }
}
