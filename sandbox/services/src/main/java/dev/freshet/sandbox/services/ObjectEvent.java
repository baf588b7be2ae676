package dev.freshet.sandbox.services;

import java.time.Instant;

/**
 * A change to a bucket that has happened.
 *
 * @param key as written, not URL-encoded
 * @param size bytes; 0 for a removal
 * @param etag without quotes; empty for a removal
 * @param sequencer 16 upper-case hex digits; of two events of one key the later write has the
 *     greater one
 */
public record ObjectEvent(
    Kind kind, String bucket, String key, long size, String etag, String sequencer, Instant time) {

  /** What happened, under the name that S3 gives it in a notification. */
  public enum Kind {
    PUT("ObjectCreated:Put"),
    COPY("ObjectCreated:Copy"),
    COMPLETE_MULTIPART_UPLOAD("ObjectCreated:CompleteMultipartUpload"),
    DELETE("ObjectRemoved:Delete");

    private final String eventName;

    Kind(String eventName) {
      this.eventName = eventName;
    }

    /**
     * The {@code eventName} of the notification, without the {@code s3:} of a notification
     * configuration.
     */
    public String eventName() {
      return eventName;
    }
  }
}
