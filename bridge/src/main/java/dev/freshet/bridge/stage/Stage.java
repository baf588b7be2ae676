package dev.freshet.bridge.stage;

import dev.freshet.contract.ContractId;
import dev.freshet.contract.Version;
import dev.freshet.contract.manifest.Manifest;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the export writes and the bridge reads, and the receipts it writes back. Names are those of
 * {@code StageLayout}. Thread-safe; every method may throw {@link StageUnavailableException}.
 */
public interface Stage {
  /** All heads. */
  List<HeadMark> heads();

  /**
   * A head as a listing shows it.
   *
   * @param contract whose head
   * @param mark changes when the head is written again
   */
  record HeadMark(ContractId contract, String mark) {}

  /** A head object's text. */
  Optional<String> head(ContractId contract);

  /** All contracts that have manifests. */
  Set<ContractId> announcedContracts();

  /** The sequences of manifests after the given one, ascending. */
  List<Long> sequencesAfter(ContractId contract, long sequence, int atMost);

  /** A manifest's text. */
  Optional<String> manifest(ContractId contract, long sequence);

  /** A contract file's text. */
  Optional<String> contractFile(ContractId contract, Version version);

  /** A receipt's text. */
  Optional<String> receipt(ContractId contract, long sequence, int lane);

  /** Writes a receipt; the same text again is harmless. */
  void putReceipt(ContractId contract, long sequence, int lane, String text);

  /** A part of a change set, pinned to the entity tag that the manifest names. */
  PartSource part(Manifest.Part part);
}
