package dev.freshet.bridge.ledger;

import dev.freshet.contract.ContractId;
import dev.freshet.contract.ReplayId;
import java.util.Optional;

/**
 * A share of a contract by hash of the key: the unit of order. A replay has lanes of its own, in a
 * ledger of its own.
 *
 * @param contract whose facts
 * @param replay the replay it belongs to; empty for a lane of the live path
 * @param number from 0
 */
public record Lane(ContractId contract, Optional<ReplayId> replay, int number) {
  public Lane {
    if (number < 0) {
      throw new IllegalArgumentException("lanes are counted from 0, found " + number);
    }
  }

  /** A lane of the live path. */
  public Lane(ContractId contract, int number) {
    this(contract, Optional.empty(), number);
  }

  /** The lane of that number beside this one. */
  public Lane beside(int other) {
    return new Lane(contract, replay, other);
  }

  /** The key of the lane's entry in the ledger. */
  public String key() {
    return contract + "/" + replay.map(r -> r + "/").orElse("") + number;
  }

  /**
   * Reads the key of an entry.
   *
   * @throws IllegalArgumentException if it is not of the form {@code domain.fact.v1/0}, or {@code
   *     domain.fact.v1/replay/0}
   */
  public static Lane parse(String key) {
    int first = key.indexOf('/');
    int last = key.lastIndexOf('/');
    try {
      return new Lane(
          ContractId.parse(key.substring(0, Math.max(first, 0))),
          first == last
              ? Optional.empty()
              : Optional.of(new ReplayId(key.substring(first + 1, last))),
          Integer.parseInt(key.substring(last + 1)));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "a ledger entry's key looks like domain.fact.v1/0, or domain.fact.v1/replay/0 for a"
              + " replay; found '"
              + key
              + "'",
          e);
    }
  }

  @Override
  public String toString() {
    return key();
  }
}
