package dev.freshet.sandbox.check;

import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * The stage's objects, by keys relative to its root.
 *
 * @param prefix of the stage in the bucket; empty, or ending in a slash
 */
public record StageObjects(S3Client s3, String bucket, String prefix) {
  public StageObjects {
    if (!prefix.isEmpty() && !prefix.endsWith("/")) {
      throw new IllegalArgumentException(
          "A stage's prefix ends in a slash, found '" + prefix + "'");
    }
  }

  /** The keys in a folder, in order. */
  List<String> list(String folder) {
    return s3
        .listObjectsV2Paginator(r -> r.bucket(bucket).prefix(prefix + folder))
        .contents()
        .stream()
        .map(S3Object::key)
        .map(key -> key.substring(prefix.length()))
        .toList();
  }

  /** An object's text; empty if there is none. */
  Optional<String> text(String key) {
    try {
      return Optional.of(
          s3.getObjectAsBytes(r -> r.bucket(bucket).key(prefix + key)).asUtf8String());
    } catch (NoSuchKeyException e) {
      return Optional.empty();
    }
  }
}
