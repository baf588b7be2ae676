package dev.freshet.bridge.stage;

import dev.freshet.contract.manifest.Manifest;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * The objects of a bucket below a prefix; keys are relative to it. The client retries what S3 asks
 * to retry; what is left is a {@link StageUnavailableException}. Thread-safe.
 */
public final class S3Objects {
  private final S3Client s3;
  private final String bucket;
  private final String prefix;

  /**
   * Objects below a prefix of a bucket.
   *
   * @param prefix empty, or ending in a slash
   */
  public S3Objects(S3Client s3, String bucket, String prefix) {
    this.s3 = s3;
    this.bucket = bucket;
    this.prefix = prefix;
  }

  /** Looks whether a folder may be listed. */
  void probe(String folder) {
    asking("listed", folder, () -> s3.listObjectsV2(list(folder).maxKeys(1).build()));
  }

  /** All objects of a folder that mean something by key and entity tag, in the keys' order. */
  <T> List<T> listed(String folder, BiFunction<String, String, Optional<T>> meaning) {
    return asking(
        "listed",
        folder,
        () ->
            s3.listObjectsV2Paginator(list(folder).build()).contents().stream()
                .flatMap(o -> meaning.apply(relative(o.key()), o.eTag()).stream())
                .toList());
  }

  /** The folders in a folder. */
  List<String> folders(String folder) {
    return asking(
        "listed",
        folder,
        () ->
            s3.listObjectsV2Paginator(list(folder).delimiter("/").build()).commonPrefixes().stream()
                .map(p -> relative(p.prefix()))
                .toList());
  }

  /** The first keys of a folder after a key. */
  List<String> after(String folder, String key, int atMost) {
    ListObjectsV2Request request = list(folder).startAfter(prefix + key).maxKeys(atMost).build();
    return asking("listed", folder, () -> s3.listObjectsV2(request)).contents().stream()
        .map(o -> relative(o.key()))
        .toList();
  }

  /**
   * An object's text, or empty if there is none.
   *
   * @throws StageDataException if it is not in UTF-8
   */
  Optional<String> text(String key) {
    return asking(
            "read",
            key,
            () -> {
              try {
                return Optional.of(s3.getObjectAsBytes(r -> r.bucket(bucket).key(prefix + key)));
              } catch (NoSuchKeyException e) {
                return Optional.<ResponseBytes<GetObjectResponse>>empty(); // also an answer
              }
            })
        .map(bytes -> utf8(key, bytes));
  }

  private String utf8(String key, ResponseBytes<GetObjectResponse> bytes) {
    try {
      return bytes.asUtf8String();
    } catch (UncheckedIOException e) {
      throw new StageDataException(
          "s3://" + bucket + "/" + prefix + key + " is no text in UTF-8; who wrote it?", e);
    }
  }

  /** Writes an object of JSON. */
  void put(String key, String text) {
    asking(
        "written",
        key,
        () ->
            s3.putObject(
                r -> r.bucket(bucket).key(prefix + key).contentType("application/json"),
                RequestBody.fromBytes(text.getBytes(StandardCharsets.UTF_8))));
  }

  PartSource part(Manifest.Part part) {
    return new S3Part(s3, bucket, prefix + part.key(), part);
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
