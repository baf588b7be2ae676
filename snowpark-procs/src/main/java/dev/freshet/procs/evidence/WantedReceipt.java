package dev.freshet.procs.evidence;

import dev.freshet.contract.ContractId;
import dev.freshet.contract.stage.StageLayout;

/**
 * A receipt that must come sooner or later.
 *
 * @param digest the digest of the manifest that it must speak of
 */
record WantedReceipt(ContractId contract, long sequence, int lane, String digest) {
  private static final int SHARED_DIGITS = 18;

  String key() {
    return StageLayout.receipt(contract, sequence, lane);
  }

  /** What keys of a hundred change sets begin with: LIST and SELECT match by prefix. */
  String prefix() {
    return StageLayout.RECEIPTS
        + contract
        + "/"
        + StageLayout.digits(sequence).substring(0, SHARED_DIGITS);
  }

  /** The end of the key, which no other receipt of the contract shares. */
  String tail() {
    return StageLayout.digits(sequence) + "/" + lane;
  }
}
