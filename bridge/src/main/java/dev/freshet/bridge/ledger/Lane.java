package dev.freshet.bridge.ledger;

import dev.freshet.contract.ContractId;

/**
 * A share of a contract by hash of the key: the unit of order.
 *
 * @param contract whose facts
 * @param number from 0
 */
public record Lane(ContractId contract, int number) {
  public Lane {
    if (number < 0) {
      throw new IllegalArgumentException("lanes are counted from 0, found " + number);
    }
  }

  /** The key of the lane's entry in the ledger. */
  public String key() {
    return contract + "/" + number;
  }

  /**
   * Reads the key of an entry.
   *
   * @throws IllegalArgumentException if it is not of the form {@code domain.fact.v1/0}
   */
  public static Lane parse(String key) {
    int slash = key.indexOf('/');
    try {
      return new Lane(
          ContractId.parse(key.substring(0, Math.max(slash, 0))),
          Integer.parseInt(key.substring(slash + 1)));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "a ledger entry's key looks like domain.fact.v1/0, found '" + key + "'", e);
    }
  }

  @Override
  public String toString() {
    return key();
  }
}
