package dev.freshet.bridge.stage;

import dev.freshet.contract.ContractId;
import dev.freshet.contract.Version;
import dev.freshet.contract.manifest.Manifest;
import dev.freshet.contract.stage.StageLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** The stage on S3. The client retries what S3 asks to retry; what is left is unavailable. */
public final class S3Stage implements Stage {
  private final S3Client s3;
  private final String bucket;
  private final String prefix;

  /**
   * A stage below a prefix of a bucket.
   *
   * @param prefix empty, or ending in a slash
   */
  public S3Stage(S3Client s3, String bucket, String prefix) {
    this.s3 = s3;
    this.bucket = bucket;
    this.prefix = prefix;
  }

  /** Looks whether the bucket is there and may be listed. */
  public void probe() {
    asking(
        "listed",
        StageLayout.HEADS,
        () -> s3.listObjectsV2(list(StageLayout.HEADS).maxKeys(1).build()));
  }

  @Override
  public List<HeadMark> heads() {
    List<HeadMark> heads = new ArrayList<>();
    asking(
        "listed",
        StageLayout.HEADS,
        () -> {
          s3.listObjectsV2Paginator(list(StageLayout.HEADS).build())
              .contents()
              .forEach(
                  o ->
                      StageLayout.parseHead(relative(o.key()))
                          .ifPresent(c -> heads.add(new HeadMark(c, o.eTag()))));
          return heads;
        });
    return heads;
  }

  @Override
  public Optional<String> head(ContractId contract) {
    return text(StageLayout.head(contract));
  }

  @Override
  public Set<ContractId> announcedContracts() {
    Set<ContractId> contracts = new TreeSet<>(java.util.Comparator.comparing(ContractId::toString));
    return asking(
        "listed",
        StageLayout.MANIFESTS,
        () -> {
          s3.listObjectsV2Paginator(list(StageLayout.MANIFESTS).delimiter("/").build())
              .commonPrefixes()
              .forEach(p -> contractOf(p).ifPresent(contracts::add));
          return contracts;
        });
  }

  private Optional<ContractId> contractOf(CommonPrefix folder) {
    String name = relative(folder.prefix()).substring(StageLayout.MANIFESTS.length());
    return StageLayout.parseManifest(StageLayout.MANIFESTS + name + StageLayout.digits(1) + ".json")
        .map(StageLayout.ManifestKey::contract);
  }

  @Override
  public List<Long> sequencesAfter(ContractId contract, long sequence, int atMost) {
    String folder = StageLayout.manifestFolder(contract);
    ListObjectsV2Request request =
        list(folder)
            .startAfter(prefix + StageLayout.manifest(contract, sequence))
            .maxKeys(atMost)
            .build();
    return asking("listed", folder, () -> s3.listObjectsV2(request)).contents().stream()
        .flatMap(o -> StageLayout.parseManifest(relative(o.key())).stream())
        .map(StageLayout.ManifestKey::sequence)
        .toList();
  }

  @Override
  public Optional<String> manifest(ContractId contract, long sequence) {
    return text(StageLayout.manifest(contract, sequence));
  }

  @Override
  public Optional<String> contractFile(ContractId contract, Version version) {
    return text(StageLayout.contractFile(contract, version));
  }

  @Override
  public Optional<String> receipt(ContractId contract, long sequence, int lane) {
    return text(StageLayout.receipt(contract, sequence, lane));
  }

  @Override
  public void putReceipt(ContractId contract, long sequence, int lane, String text) {
    String key = StageLayout.receipt(contract, sequence, lane);
    asking(
        "written",
        key,
        () ->
            s3.putObject(
                r -> r.bucket(bucket).key(prefix + key).contentType("application/json"),
                RequestBody.fromBytes(text.getBytes(StandardCharsets.UTF_8))));
  }

  @Override
  public PartSource part(Manifest.Part part) {
    return new S3Part(s3, bucket, prefix + part.key(), part);
  }

  private Optional<String> text(String key) {
    return asking(
        "read",
        key,
        () -> {
          try {
            return Optional.of(
                s3.getObjectAsBytes(r -> r.bucket(bucket).key(prefix + key)).asUtf8String());
          } catch (NoSuchKeyException e) {
            return Optional.<String>empty(); // absence is an answer here
          }
        });
  }

  private <T> T asking(String done, String key, Supplier<T> request) {
    try {
      return request.get();
    } catch (SdkException e) {
      throw new StageUnavailableException(
          "s3://" + bucket + "/" + prefix + key + " could not be " + done + ": " + e.getMessage(),
          e);
    }
  }

  private ListObjectsV2Request.Builder list(String folder) {
    return ListObjectsV2Request.builder().bucket(bucket).prefix(prefix + folder);
  }

  private String relative(String key) {
    return key.substring(prefix.length());
  }
}
