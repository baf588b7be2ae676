package dev.freshet.sandbox.services;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Eight writers race for one key; S3 lets one of them through, and the object is that one's. */
class ConditionalWriteTest {
  private static final int WRITERS = 8;
  private static final int ROUNDS = 10;

  @TempDir static Path directory;
  private static final ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
  private static EmbeddedS3 s3;
  private static S3Client client;

  @BeforeAll
  static void start() throws IOException {
    s3 = EmbeddedS3.start(directory, new AccessKey("sandbox", "not a secret"));
    client = s3.client();
    client.createBucket(r -> r.bucket("race"));
  }

  @AfterAll
  static void stop() throws IOException {
    writers.shutdownNow();
    client.close();
    s3.close();
  }

  @RepeatedTest(ROUNDS)
  void oneWriterCreatesAnObjectThatWasAbsent() throws Exception {
    String key = "absent-" + System.nanoTime();
    List<Integer> answers = race(key, put -> put.ifNoneMatch("*"));
    assertOneWon(key, answers);
  }

  @RepeatedTest(ROUNDS)
  void oneWriterReplacesTheVersionThatAllHaveRead() throws Exception {
    String key = "present-" + System.nanoTime();
    String etag =
        client.putObject(r -> r.bucket("race").key(key), RequestBody.fromString("first")).eTag();
    List<Integer> answers = race(key, put -> put.ifMatch(etag));
    assertOneWon(key, answers);
  }

  /**
   * At most one writer is told that it won: a client whose answer was lost asks again and is then
   * refused, though the object is its own. So the object decides.
   */
  private void assertOneWon(String key, List<Integer> answers) {
    assertThat(answers).isSubsetOf(200, 412).filteredOn(a -> a == 200).hasSizeLessThan(2);
    assertThat(text(key)).matches("writer \\d");
    if (answers.contains(200)) {
      assertThat(text(key)).isEqualTo("writer " + answers.indexOf(200));
    }
  }

  private List<Integer> race(String key, Consumer<PutObjectRequest.Builder> condition)
      throws Exception {
    CyclicBarrier together = new CyclicBarrier(WRITERS);
    List<Future<Integer>> statuses = new ArrayList<>();
    for (int writer = 0; writer < WRITERS; writer++) {
      String text = "writer " + writer;
      statuses.add(
          writers.submit(
              () -> {
                together.await();
                return statusOfPut(key, text, condition);
              }));
    }
    List<Integer> answers = new ArrayList<>(Collections.nCopies(WRITERS, 0));
    for (int writer = 0; writer < WRITERS; writer++) {
      answers.set(writer, statuses.get(writer).get());
    }
    return answers;
  }

  private int statusOfPut(String key, String text, Consumer<PutObjectRequest.Builder> condition) {
    try {
      client.putObject(
          r -> condition.accept(r.bucket("race").key(key)), RequestBody.fromString(text));
      return 200;
    } catch (S3Exception e) {
      return e.statusCode();
    }
  }

  private String text(String key) {
    return client.getObjectAsBytes(r -> r.bucket("race").key(key)).asUtf8String();
  }
}
