package dev.freshet.procs.lifecycle;

import dev.freshet.contract.ContractId;

/**
 * Somebody else changed the contract between reading and writing, or is at work on it. Calling
 * again settles it.
 */
public final class SomebodyElse extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SomebodyElse(ContractId contract) {
    super(
        "Somebody else worked on contract "
            + contract
            + " in the same moment. No version changed its state; call again");
  }
}
