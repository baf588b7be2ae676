package dev.freshet.bridge.notice;

import dev.freshet.contract.ContractId;
import dev.freshet.contract.ReplayId;

/** What an S3 event told of. */
public sealed interface Notice {
  /** A manifest of this contract arrived. */
  record OfManifest(ContractId contract, long sequence) implements Notice {}

  /** Something was asked of a replay. */
  record OfReplay(ContractId contract, ReplayId id) implements Notice {}
}
