package dev.freshet.sandbox.check;

import dev.freshet.contract.Contract;

/**
 * A contract, and where the truth about its facts can be read.
 *
 * @param truth for a state contract its source; for an event contract an append-only stream on its
 *     source, made right after the contract was registered and never consumed
 */
public record CheckedContract(Contract contract, String truth) {

  /** A state contract, whose truth is its source. */
  public static CheckedContract state(Contract contract) {
    return new CheckedContract(contract, contract.source().toString());
  }
}
