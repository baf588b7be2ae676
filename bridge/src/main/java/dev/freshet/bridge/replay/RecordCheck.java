package dev.freshet.bridge.replay;

import dev.freshet.bridge.fact.Fact;
import dev.freshet.contract.Contract;
import org.jspecify.annotations.Nullable;

/** Reads records as a consumer of a contract does. One thread. */
@FunctionalInterface
public interface RecordCheck {
  /**
   * Decodes a record.
   *
   * @throws ReadBackException if it is not what the contract promises; names fields, never values
   */
  void accept(Fact.Op op, byte @Nullable [] key, byte @Nullable [] value);

  /** Makes checks for contracts, by the form of their values. Thread-safe. */
  @FunctionalInterface
  interface Opener {
    RecordCheck of(Contract contract);
  }

  /** Of contracts whose values are JSON. */
  static RecordCheck of(Contract contract) {
    if (contract.format() != Contract.ValueFormat.JSON) {
      throw new ReadBackException(
          "values in " + contract.format() + " cannot be read back here; upgrade the bridge");
    }
    return new JsonRecordCheck(contract);
  }
}
