package dev.freshet.procs.export;

import dev.freshet.contract.ContractId;

/** Another run, or a registration, has taken the contract; this run leaves and changes nothing. */
final class Overtaken extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Overtaken(ContractId contract, String run) {
    super("run " + run + " of contract " + contract + " was overtaken, or another one holds HEAD");
  }
}
