package dev.freshet.procs.lifecycle;

import dev.freshet.contract.ContractId;

/** HEAD moved between reading and writing. Nothing was changed; calling again settles it. */
public final class SomebodyElse extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SomebodyElse(ContractId contract) {
    super(
        "A run of contract "
            + contract
            + " took HEAD in the same moment. Nothing was changed; call again");
  }
}
