package dev.freshet.bridge.inspect;

import dev.freshet.contract.manifest.SealedManifest;

/**
 * A manifest and what became of it.
 *
 * @param sealed the manifest
 * @param receipts how many of its lanes have left a receipt
 */
public record ManifestStatus(SealedManifest sealed, int receipts) {
  /** Whether all its facts are published. */
  public boolean isPublished() {
    return receipts == sealed.manifest().lanes();
  }
}
