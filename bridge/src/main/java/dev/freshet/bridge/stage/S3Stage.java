package dev.freshet.bridge.stage;

import dev.freshet.contract.ContractId;
import dev.freshet.contract.Version;
import dev.freshet.contract.manifest.Manifest;
import dev.freshet.contract.stage.StageLayout;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The stage on S3. */
public final class S3Stage implements Stage {
  private final S3Objects objects;

  public S3Stage(S3Objects objects) {
    this.objects = objects;
  }

  /** Looks whether the bucket is there and may be listed. */
  public void probe() {
    objects.probe(StageLayout.HEADS);
  }

  @Override
  public List<HeadMark> heads() {
    return objects.listed(
        StageLayout.HEADS,
        (key, etag) -> StageLayout.parseHead(key).map(c -> new HeadMark(c, etag)));
  }

  @Override
  public Optional<String> head(ContractId contract) {
    return objects.text(StageLayout.head(contract));
  }

  @Override
  public Set<ContractId> announcedContracts() {
    Set<ContractId> contracts = new TreeSet<>(Comparator.comparing(ContractId::toString));
    objects
        .folders(StageLayout.MANIFESTS)
        .forEach(folder -> contractOf(folder).ifPresent(contracts::add));
    return contracts;
  }

  private static Optional<ContractId> contractOf(String folder) {
    String name = folder.substring(StageLayout.MANIFESTS.length());
    return StageLayout.parseManifest(StageLayout.MANIFESTS + name + StageLayout.digits(1) + ".json")
        .map(StageLayout.ManifestKey::contract);
  }

  @Override
  public List<Long> sequencesAfter(ContractId contract, long sequence, int atMost) {
    String folder = StageLayout.manifestFolder(contract);
    return objects.after(folder, StageLayout.manifest(contract, sequence), atMost).stream()
        .flatMap(key -> StageLayout.parseManifest(key).stream())
        .map(StageLayout.ManifestKey::sequence)
        .toList();
  }

  @Override
  public Optional<String> manifest(ContractId contract, long sequence) {
    return objects.text(StageLayout.manifest(contract, sequence));
  }

  @Override
  public Optional<String> contractFile(ContractId contract, Version version) {
    return objects.text(StageLayout.contractFile(contract, version));
  }

  @Override
  public Optional<String> receipt(ContractId contract, long sequence, int lane) {
    return objects.text(StageLayout.receipt(contract, sequence, lane));
  }

  @Override
  public void putReceipt(ContractId contract, long sequence, int lane, String text) {
    objects.put(StageLayout.receipt(contract, sequence, lane), text);
  }

  @Override
  public PartSource part(Manifest.Part part) {
    return objects.part(part);
  }
}
