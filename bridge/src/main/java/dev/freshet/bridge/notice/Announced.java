package dev.freshet.bridge.notice;

import dev.freshet.contract.ContractId;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The highest sequence of each contract whose manifest was seen on the stage. Grows only; a hint
 * where to look, never a proof. Thread-safe.
 */
public final class Announced {
  private final Map<ContractId, Long> highest = new ConcurrentHashMap<>();
  private final Bell bell;

  /**
   * Knows nothing yet.
   *
   * @param bell is rung when something new is known
   */
  public Announced(Bell bell) {
    this.bell = bell;
  }

  /** A manifest was seen. */
  public void saw(ContractId contract, long sequence) {
    Long before = highest.put(contract, Math.max(sequence, highest(contract).orElse(0)));
    if (before == null || before < sequence) {
      bell.ring();
    }
  }

  public OptionalLong highest(ContractId contract) {
    Long sequence = highest.get(contract);
    return sequence == null ? OptionalLong.empty() : OptionalLong.of(sequence);
  }

  /** All contracts seen, with their highest sequence. */
  public Map<ContractId, Long> contracts() {
    return Map.copyOf(highest);
  }
}
