package dev.freshet.sandbox.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

class EmbeddedS3Test {
  private static final AccessKey KEY = new AccessKey("sandbox", "not a secret");

  @TempDir static Path directory;
  private static final AtomicReference<RequestFaults> FAULTS =
      new AtomicReference<>(RequestFaults.NONE);
  private static EmbeddedS3 s3;
  private static S3Client client;

  @BeforeAll
  static void start() throws IOException {
    s3 = EmbeddedS3.start(directory, KEY, request -> FAULTS.get().treatmentOf(request));
    client = s3.client();
    client.createBucket(r -> r.bucket("stage"));
  }

  @AfterAll
  static void stop() throws IOException {
    client.close();
    s3.close();
  }

  @BeforeEach
  void serveEverything() {
    FAULTS.set(RequestFaults.NONE);
  }

  private String put(String key, String text) {
    return client.putObject(r -> r.bucket("stage").key(key), RequestBody.fromString(text)).eTag();
  }

  private String get(String key) {
    return client.getObjectAsBytes(r -> r.bucket("stage").key(key)).asUtf8String();
  }

  @Test
  void listsInTheOrderOfKeys() {
    List.of("a/2", "a/10", "b", "a/1").forEach(key -> put(key, "x"));
    assertThat(client.listObjectsV2(r -> r.bucket("stage").prefix("a/")).contents())
        .extracting(S3Object::key)
        .containsExactly("a/1", "a/10", "a/2");
  }

  @Test
  void servesRangesOfTheVersionThatWasAskedFor() {
    String etag = put("part", "0123456789");
    assertThat(
            client
                .getObjectAsBytes(
                    r -> r.bucket("stage").key("part").range("bytes=2-4").ifMatch(etag))
                .asUtf8String())
        .isEqualTo("234");
    put("part", "altered");
    assertThatThrownBy(
            () ->
                client.getObjectAsBytes(
                    r -> r.bucket("stage").key("part").range("bytes=2-4").ifMatch(etag)))
        .isInstanceOfSatisfying(S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(412));
  }

  @Test
  void refusesASignatureByAnotherSecret() {
    try (S3Client stranger = client(new AccessKey(KEY.id(), "another"))) {
      assertThatThrownBy(() -> stranger.listObjectsV2(r -> r.bucket("stage")))
          .isInstanceOfSatisfying(
              S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(403));
    }
  }

  private S3Client client(AccessKey key) {
    return S3Client.builder()
        .endpointOverride(s3.endpoint())
        .region(EmbeddedS3.REGION)
        .forcePathStyle(true)
        .credentialsProvider(key.provider())
        .build();
  }

  @Test
  void doesNothingWhenItRefuses() {
    FAULTS.set(only(RequestFaults.Operation.PUT, RequestFaults.Treatment.REFUSE));
    // A 503; or, if the refusal cuts the connection before the body is out, a failed request.
    assertThatThrownBy(() -> put("refused", "x")).isInstanceOf(SdkException.class);
    FAULTS.set(RequestFaults.NONE);
    assertThatThrownBy(() -> get("refused")).isInstanceOf(NoSuchKeyException.class);
  }

  @Test
  void keepsWhatItWroteWhenTheAnswerIsLost() {
    FAULTS.set(only(RequestFaults.Operation.PUT, RequestFaults.Treatment.LOSE_ANSWER));
    assertThatThrownBy(() -> put("manifest", "x")).isInstanceOf(S3Exception.class);
    assertThat(get("manifest")).isEqualTo("x");
  }

  private static RequestFaults only(
      RequestFaults.Operation operation, RequestFaults.Treatment treatment) {
    return request -> request.operation() == operation ? treatment : RequestFaults.Treatment.SERVE;
  }

  @Test
  void findsWhatAnEarlierOneWroteToTheSameDirectory() throws IOException {
    String etag = put("heads/a b+ü=1.json", "{}");
    try (EmbeddedS3 again = EmbeddedS3.start(directory, KEY);
        S3Client reader = again.client()) {
      assertThat(reader.headObject(r -> r.bucket("stage").key("heads/a b+ü=1.json")).eTag())
          .isEqualTo(etag);
    }
  }
}
