package dev.freshet.sandbox.services;

import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.S3Exceptions;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

/**
 * The conditions of a conditional write, as the S3 user guide states them ("conditional writes"):
 * If-None-Match is {@code *} and wants the key absent; If-Match wants the ETag given. A key that is
 * absent answers If-Match with 404, any other mismatch answers 412.
 */
record Preconditions(@Nullable String ifMatch, @Nullable String ifNoneMatch) {

  /**
   * Throws the S3 error of the first condition that does not hold. To be called with the key's lock
   * held.
   */
  void check(BlobStore store, String bucket, String key) {
    if (ifMatch == null && ifNoneMatch == null) {
      return;
    }
    HeadObjectResponse found = store.blobMetadataIfPresent(bucket, key);
    if (ifNoneMatch != null && found != null) {
      throw S3Exceptions.preconditionFailed(null);
    }
    if (ifMatch != null) {
      checkMatch(found, ifMatch, bucket, key);
    }
  }

  private static void checkMatch(
      @Nullable HeadObjectResponse found, String wanted, String bucket, String key) {
    if (found == null) {
      throw S3Exceptions.noSuchKey(bucket, key, "The specified key does not exist.");
    }
    if (!unquoted(found.eTag()).equals(unquoted(wanted))) {
      throw S3Exceptions.preconditionFailed(null);
    }
  }

  static String unquoted(@Nullable String etag) {
    return etag == null ? "" : etag.replace("\"", "");
  }
}
