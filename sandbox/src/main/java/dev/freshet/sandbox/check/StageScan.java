package dev.freshet.sandbox.check;

import dev.freshet.contract.ContractId;
import dev.freshet.contract.manifest.Manifest;
import dev.freshet.contract.manifest.ManifestCodec;
import dev.freshet.contract.manifest.ManifestException;
import dev.freshet.contract.manifest.SealedManifest;
import dev.freshet.contract.stage.Head;
import dev.freshet.contract.stage.Receipt;
import dev.freshet.contract.stage.StageLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a contract's manifests and receipts say. Notes gaps, broken chains, a head that lags, and
 * lanes without a receipt.
 */
final class StageScan {
  private final StageObjects stage;
  private final ContractId contract;
  private final Problems problems;
  private final Tally manifests = new Tally("manifests");
  private final Tally receipts = new Tally("receipts");
  private final PartitionCounts partitions = new PartitionCounts();

  StageScan(StageObjects stage, ContractId contract, Problems problems) {
    this.stage = stage;
    this.contract = contract;
    this.problems = problems;
  }

  Tally manifests() {
    return manifests;
  }

  Tally receipts() {
    return receipts;
  }

  /** Records by change set and partition, as the receipts say. */
  PartitionCounts partitions() {
    return partitions;
  }

  void run() {
    List<SealedManifest> chain = chain();
    checkChain(chain);
    checkHead(chain);
    chain.forEach(this::scan);
  }

  private List<SealedManifest> chain() {
    List<SealedManifest> chain = new ArrayList<>();
    for (String key : stage.list(StageLayout.manifestFolder(contract))) {
      try {
        chain.add(ManifestCodec.read(key, stage.text(key).orElse("")));
      } catch (ManifestException e) {
        problems.add("unsound manifests", String.valueOf(e.getMessage()));
      }
    }
    return chain;
  }

  private void checkChain(List<SealedManifest> chain) {
    Optional<String> previous = Optional.empty();
    long expected = 1;
    for (SealedManifest sealed : chain) {
      long sequence = sealed.manifest().sequence();
      if (sequence != expected) {
        problems.add("gaps in the sequence of manifests", "before " + sequence);
      } else if (!sealed.manifest().previousDigest().equals(previous)) {
        problems.add(
            "manifests that do not name their predecessor's digest", Long.toString(sequence));
      }
      expected = sequence + 1;
      previous = Optional.of(sealed.digest());
    }
  }

  private void checkHead(List<SealedManifest> chain) {
    if (chain.isEmpty()) {
      return;
    }
    String key = StageLayout.head(contract);
    SealedManifest last = chain.get(chain.size() - 1);
    Head expected = new Head(contract.toString(), last.manifest().sequence(), last.digest());
    Optional<Head> found = stage.text(key).map(text -> Head.read(key, text));
    if (!found.equals(Optional.of(expected))) {
      problems.add("heads that do not name the last manifest", key);
    }
  }

  private void scan(SealedManifest sealed) {
    Manifest manifest = sealed.manifest();
    Manifest.Rows rows = manifest.rows();
    Published published = new Published(rows.upserts(), rows.deletes());
    manifests.add(manifest.sequence(), published);
    if (published.records() != manifest.publishedRows()) {
      problems.add(
          "manifests whose parts hold another number of rows", Long.toString(manifest.sequence()));
    }
    for (int lane = 0; lane < manifest.lanes(); lane++) {
      scanReceipt(sealed, lane);
    }
  }

  private void scanReceipt(SealedManifest sealed, int lane) {
    long sequence = sealed.manifest().sequence();
    String key = StageLayout.receipt(contract, sequence, lane);
    Optional<Receipt> found = stage.text(key).map(text -> Receipt.read(key, text));
    if (found.isEmpty()) {
      problems.add("lanes without a receipt", key);
      return;
    }
    Receipt receipt = found.get();
    receipts.add(sequence, new Published(receipt.upserts(), receipt.deletes()));
    receipt
        .partitions()
        .forEach(span -> partitions.add(sequence, span.partition(), span.records()));
    if (!receipt.manifestDigest().equals(sealed.digest())) {
      problems.add("receipts of another manifest", key);
    }
  }
}
