package dev.freshet.sandbox.check;

import dev.freshet.contract.Contract;
import java.util.List;

/**
 * A contract, and where the truth about its facts can be read.
 *
 * @param truth for a state contract its source; for an event contract an append-only stream on its
 *     source, made right after the contract was registered and never consumed
 * @param setAside the rows that must have been rejected, and so are in no topic
 */
public record CheckedContract(Contract contract, String truth, List<SetAside> setAside) {
  public CheckedContract {
    setAside = List.copyOf(setAside);
  }

  /** A state contract, whose truth is its source. */
  public static CheckedContract state(Contract contract) {
    return new CheckedContract(contract, contract.source().toString(), List.of());
  }
}
