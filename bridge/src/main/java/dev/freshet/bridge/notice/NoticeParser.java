package dev.freshet.bridge.notice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.freshet.contract.Json;
import dev.freshet.contract.stage.StageLayout;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads S3 event notifications (AWS, "Event message structure"), alone or in an SNS envelope.
 * Events of other buckets, prefixes and kinds give no notice; a text that is none of these is
 * refused.
 */
public final class NoticeParser {
  private static final String TEST_EVENT = "s3:TestEvent";

  private final String bucket;
  private final String prefix;

  /**
   * A parser for one stage.
   *
   * @param prefix empty, or ending in a slash
   */
  public NoticeParser(String bucket, String prefix) {
    this.bucket = bucket;
    this.prefix = prefix;
  }

  /**
   * The notices in a message; none if it is a test event or of things nobody waits for.
   *
   * @throws IllegalArgumentException if it is no S3 notification
   */
  public List<Notice> parse(String body) {
    JsonNode message = json(body);
    if (message.path("Type").asText().equals("Notification") && message.has("Message")) {
      message = json(message.get("Message").asText());
    }
    if (message.path("Event").asText().equals(TEST_EVENT)) {
      return List.of();
    }
    JsonNode records = message.path("Records");
    if (!records.isArray()) {
      throw new IllegalArgumentException("no S3 event: it has neither Records nor a test event");
    }
    List<Notice> notices = new ArrayList<>();
    for (JsonNode event : records) {
      add(event, notices);
    }
    return notices;
  }

  private static JsonNode json(String text) {
    try {
      return Json.STRICT.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no JSON: " + e.getOriginalMessage(), e);
    }
  }

  private void add(JsonNode event, List<Notice> notices) {
    String name = event.path("eventName").asText();
    String encoded = event.at("/s3/object/key").asText();
    if (name.isEmpty() || encoded.isEmpty()) {
      throw new IllegalArgumentException("no S3 event: a record lacks its name or its key");
    }
    boolean created = name.startsWith("ObjectCreated:");
    boolean ours = event.at("/s3/bucket/name").asText().equals(bucket);
    // S3 encodes keys like a form, once.
    String key = URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    if (created && ours && key.startsWith(prefix)) {
      String relative = key.substring(prefix.length());
      StageLayout.parseManifest(relative)
          .ifPresent(m -> notices.add(new Notice.OfManifest(m.contract(), m.sequence())));
      StageLayout.parseReplay(relative)
          .ifPresent(r -> notices.add(new Notice.OfReplay(r.contract(), r.id())));
    }
  }
}
