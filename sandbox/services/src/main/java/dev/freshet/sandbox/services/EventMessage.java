package dev.freshet.sandbox.services;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The text of a notification, as the S3 user guide gives it under "Event message structure",
 * version 2.1.
 */
final class EventMessage {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final String PRINCIPAL = "SANDBOX";

  private EventMessage() {}

  /** One record for one event. */
  static String of(ObjectEvent event, String configurationId) {
    ObjectNode message = JSON.objectNode();
    ObjectNode entry = message.putArray("Records").addObject();
    entry.put("eventVersion", "2.1");
    entry.put("eventSource", "aws:s3");
    entry.put("awsRegion", EmbeddedS3.REGION.id());
    entry.put("eventTime", MILLIS.format(event.time()));
    entry.put("eventName", event.kind().eventName());
    entry.putObject("userIdentity").put("principalId", PRINCIPAL);
    entry.putObject("requestParameters").put("sourceIPAddress", "127.0.0.1");
    entry
        .putObject("responseElements")
        .put("x-amz-request-id", event.sequencer())
        .put("x-amz-id-2", event.sequencer());
    entry.set("s3", s3(event, configurationId));
    return message.toString();
  }

  private static ObjectNode s3(ObjectEvent event, String configurationId) {
    ObjectNode s3 = JSON.objectNode();
    s3.put("s3SchemaVersion", "1.0");
    s3.put("configurationId", configurationId);
    ObjectNode bucket = s3.putObject("bucket");
    bucket.put("name", event.bucket());
    bucket.putObject("ownerIdentity").put("principalId", PRINCIPAL);
    bucket.put("arn", "arn:aws:s3:::" + event.bucket());
    ObjectNode object = s3.putObject("object");
    object.put("key", urlEncoded(event.key()));
    if (event.kind() != ObjectEvent.Kind.DELETE) {
      object.put("size", event.size());
      object.put("eTag", event.etag());
    }
    object.put("sequencer", event.sequencer());
    return s3;
  }

  /** What S3 sends once when a notification configuration is stored. */
  static String test(String bucket, Instant time) {
    return JSON.objectNode()
        .put("Service", "Amazon S3")
        .put("Event", "s3:TestEvent")
        .put("Time", MILLIS.format(time))
        .put("Bucket", bucket)
        .put("RequestId", PRINCIPAL)
        .put("HostId", PRINCIPAL)
        .toString();
  }

  // As a form is encoded (space becomes +), but slashes stay.
  private static String urlEncoded(String key) {
    return URLEncoder.encode(key, StandardCharsets.UTF_8).replace("%2F", "/");
  }
}
