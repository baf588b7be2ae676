package dev.freshet.sandbox.services;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

class BucketNotificationsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> PREFIXES = List.of("manifests/", "replays/", "decisions/");

  @TempDir static Path directory;
  private final AtomicReference<NoticeFaults> faults = new AtomicReference<>(NoticeFaults.NONE);
  private static EmbeddedS3 s3;
  private static EmbeddedSqs sqs;
  private EmbeddedSqs.Queue queue;
  private BucketNotifications notifications;
  private static S3Client objects;
  private static SqsClient messages;

  @BeforeAll
  static void start() throws IOException {
    AccessKey key = new AccessKey("sandbox", "not a secret");
    s3 = EmbeddedS3.start(directory, key);
    sqs = EmbeddedSqs.start(key);
    objects = s3.client();
    messages = sqs.client();
    objects.createBucket(r -> r.bucket("stage"));
  }

  @BeforeEach
  void wire(TestInfo test) {
    String name = test.getTestMethod().orElseThrow().getName();
    queue = sqs.createQueue(name, Duration.ofSeconds(30), 3);
    notifications =
        BucketNotifications.wire(
            s3, "stage", PREFIXES, sqs, queue, event -> faults.get().delaysOf(event));
  }

  @AfterEach
  void unwire() {
    notifications.close();
  }

  @AfterAll
  static void stop() throws IOException {
    messages.close();
    objects.close();
    sqs.close();
    s3.close();
  }

  private String put(String key) {
    return objects.putObject(r -> r.bucket("stage").key(key), RequestBody.fromString("{}")).eTag();
  }

  /** Receives and deletes until so many bodies are there, at most ten seconds. */
  private List<JsonNode> receive(int count) throws IOException {
    List<JsonNode> bodies = new ArrayList<>();
    long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (bodies.size() < count && System.nanoTime() - end < 0) {
      for (Message message :
          messages.receiveMessage(r -> r.queueUrl(queue.url()).waitTimeSeconds(1)).messages()) {
        bodies.add(JSON.readTree(message.body()));
        messages.deleteMessage(r -> r.queueUrl(queue.url()).receiptHandle(message.receiptHandle()));
      }
    }
    return bodies;
  }

  private static String keyOf(JsonNode body) {
    return URLDecoder.decode(body.at("/Records/0/s3/object/key").asText(), StandardCharsets.UTF_8);
  }

  @Test
  void beginWithATestEvent() throws IOException {
    JsonNode body = receive(1).get(0);
    assertThat(body.path("Event").asText()).isEqualTo("s3:TestEvent");
    assertThat(body.path("Bucket").asText()).isEqualTo("stage");
    assertThat(body.has("Records")).isFalse();
  }

  @Test
  void tellOddKeysUrlEncoded() throws IOException {
    receive(1);
    String key = "manifests/a b+ü=1&2 %41(x)*~'.json";
    String etag = put(key);
    JsonNode entry = receive(1).get(0).path("Records").path(0);
    assertThat(entry.at("/s3/object/key").asText())
        .isEqualTo("manifests/a+b%2B%C3%BC%3D1%262+%2541%28x%29*%7E%27.json");
    assertThat(keyOf(JSON.createObjectNode().set("Records", JSON.createArrayNode().add(entry))))
        .isEqualTo(key);
    assertThat(entry.path("eventName").asText()).isEqualTo("ObjectCreated:Put");
    assertThat(entry.path("eventTime").asText())
        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
    assertThat(entry.at("/s3/bucket/name").asText()).isEqualTo("stage");
    assertThat(entry.at("/s3/object/size").asLong()).isEqualTo(2);
    assertThat('"' + entry.at("/s3/object/eTag").asText() + '"').isEqualTo(etag);
    assertThat(entry.at("/s3/object/sequencer").asText()).matches("[0-9A-F]{16}");
  }

  @Test
  void tellOnlyOfTheirPrefixes() throws IOException {
    receive(1);
    List.of("data/1", "receipts/1", "manifests/1", "replays/1").forEach(this::put);
    assertThat(receive(2))
        .extracting(BucketNotificationsTest::keyOf)
        .containsExactlyInAnyOrder("manifests/1", "replays/1");
  }

  @Test
  void numberTheWritesOfAKeyUpwards() throws IOException {
    receive(1);
    put("manifests/1");
    put("manifests/1");
    objects.deleteObject(r -> r.bucket("stage").key("manifests/1"));
    List<JsonNode> bodies = receive(3);
    assertThat(bodies)
        .extracting(body -> body.at("/Records/0/eventName").asText())
        .containsExactlyInAnyOrder(
            "ObjectCreated:Put", "ObjectCreated:Put", "ObjectRemoved:Delete");
    assertThat(bodies)
        .extracting(body -> body.at("/Records/0/s3/object/sequencer").asText())
        .doesNotHaveDuplicates();
  }

  @Test
  void canBeDroppedDoubledAndDelayed() throws IOException {
    receive(1);
    faults.set(
        event ->
            switch (event.key()) {
              case "manifests/dropped" -> List.of();
              case "manifests/doubled" -> List.of(Duration.ZERO, Duration.ZERO);
              case "manifests/delayed" -> List.of(Duration.ofMillis(500));
              default -> List.of(Duration.ZERO);
            });
    List.of("delayed", "dropped", "doubled", "plain").forEach(name -> put("manifests/" + name));
    assertThat(receive(4))
        .extracting(BucketNotificationsTest::keyOf)
        .containsExactlyInAnyOrder(
            "manifests/doubled", "manifests/doubled", "manifests/plain", "manifests/delayed")
        .endsWith("manifests/delayed");
  }
}
