package dev.freshet.bridge.stage;

import dev.freshet.contract.ContractId;
import dev.freshet.contract.ReplayId;

/** Which replay of which contract. */
public record ReplayName(ContractId contract, ReplayId id) {
  @Override
  public String toString() {
    return contract + "/" + id;
  }
}
