package dev.freshet.bridge.stage;

import dev.freshet.contract.Contract;
import dev.freshet.contract.ContractException;
import dev.freshet.contract.ContractId;
import dev.freshet.contract.Version;
import dev.freshet.contract.manifest.Manifest;
import dev.freshet.contract.manifest.ManifestCodec;
import dev.freshet.contract.manifest.ManifestException;
import dev.freshet.contract.manifest.SealedManifest;
import dev.freshet.contract.odcs.ContractReader;
import dev.freshet.contract.stage.Receipt;
import dev.freshet.contract.stage.StageLayout;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads manifests, contracts and receipts from the stage, checked, and keeps the last few: lanes of
 * one contract ask for the same ones. Both are written once, so what is kept stays true.
 * Thread-safe.
 */
public final class Shelf {
  private static final int MOST = 256;

  private final Stage stage;
  private final Map<ManifestName, SealedManifest> manifests = bounded();
  private final Map<ContractName, Contract> contracts = bounded();

  public Shelf(Stage stage) {
    this.stage = stage;
  }

  private record ManifestName(ContractId contract, long sequence) {}

  private record ContractName(ContractId contract, Version version) {}

  private static <K, V> Map<K, V> bounded() {
    return new LinkedHashMap<>(16, 0.75f, true) {
      private static final long serialVersionUID = 1L;

      @Override
      protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > MOST;
      }
    };
  }

  /**
   * A manifest, or empty if it is not there (yet).
   *
   * @throws StageDataException if it is no sound manifest, or another's
   */
  public Optional<SealedManifest> manifest(ContractId contract, long sequence) {
    ManifestName name = new ManifestName(contract, sequence);
    synchronized (manifests) {
      SealedManifest known = manifests.get(name);
      if (known != null) {
        return Optional.of(known);
      }
    }
    Optional<SealedManifest> found = freshManifest(contract, sequence);
    synchronized (manifests) {
      found.ifPresent(m -> manifests.put(name, m));
    }
    return found;
  }

  /** As {@link #manifest}, from the stage itself: for telling whether it was written again. */
  public Optional<SealedManifest> freshManifest(ContractId contract, long sequence) {
    String key = StageLayout.manifest(contract, sequence);
    return stage.manifest(contract, sequence).map(text -> sound(key, contract, sequence, text));
  }

  private static SealedManifest sound(String key, ContractId contract, long sequence, String text) {
    try {
      SealedManifest sealed = ManifestCodec.read(key, text);
      Manifest manifest = sealed.manifest();
      if (!manifest.contract().equals(contract) || manifest.sequence() != sequence) {
        throw new StageDataException(
            key
                + " speaks of change set "
                + manifest.sequence()
                + " of "
                + manifest.contract()
                + "; was it copied there?");
      }
      requireOwnParts(key, manifest);
      return sealed;
    } catch (ManifestException e) {
      throw new StageDataException(String.valueOf(e.getMessage()), e);
    }
  }

  private static void requireOwnParts(String key, Manifest manifest) {
    for (Manifest.Part part : manifest.parts()) {
      if (!StageLayout.isPartOf(manifest.contract(), part.key())) {
        throw new StageDataException(
            key
                + " names the part "
                + part.key()
                + ", which is none of "
                + manifest.contract()
                + "; its parts lie in "
                + StageLayout.DATA
                + manifest.contract()
                + "/");
      }
    }
  }

  /**
   * The contract in the version that shaped a change set.
   *
   * @throws StageDataException if it is missing, not sound, or another's
   */
  public Contract contract(ContractId id, Version version) {
    ContractName name = new ContractName(id, version);
    synchronized (contracts) {
      Contract known = contracts.get(name);
      if (known != null) {
        return known;
      }
    }
    Contract contract = freshContract(id, version);
    synchronized (contracts) {
      contracts.put(name, contract);
    }
    return contract;
  }

  private Contract freshContract(ContractId id, Version version) {
    String key = StageLayout.contractFile(id, version);
    String text =
        stage
            .contractFile(id, version)
            .orElseThrow(
                () ->
                    new StageDataException(
                        key + " is missing; a manifest names it. Register the contract again."));
    try {
      Contract contract = ContractReader.read(key, text);
      if (!contract.id().equals(id) || !contract.version().equals(version)) {
        throw new StageDataException(
            key + " holds " + contract.id() + " " + contract.version() + "; was it copied there?");
      }
      return contract;
    } catch (ContractException e) {
      throw new StageDataException(String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * A receipt, or empty if there is none.
   *
   * @throws StageDataException if the object is none
   */
  public Optional<Receipt> receipt(ContractId contract, long sequence, int lane) {
    String key = StageLayout.receipt(contract, sequence, lane);
    try {
      return stage.receipt(contract, sequence, lane).map(text -> Receipt.read(key, text));
    } catch (IllegalArgumentException e) {
      throw new StageDataException(String.valueOf(e.getMessage()), e);
    }
  }
}
