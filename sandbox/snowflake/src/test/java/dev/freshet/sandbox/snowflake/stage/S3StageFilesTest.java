package dev.freshet.sandbox.snowflake.stage;

import dev.freshet.sandbox.services.AccessKey;
import dev.freshet.sandbox.services.EmbeddedS3;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;

final class S3StageFilesTest extends StageFilesContract {

  @TempDir static Path objects;
  private static EmbeddedS3 s3;
  private static S3Client client;
  private static final AtomicInteger STAGES = new AtomicInteger();

  @BeforeAll
  static void start() throws IOException {
    s3 = EmbeddedS3.start(objects, new AccessKey("test", "test-secret"));
    client = s3.client();
    client.createBucket(bucket -> bucket.bucket("freshet"));
  }

  @AfterAll
  static void stop() throws IOException {
    client.close();
    s3.close();
  }

  @Override
  StageFiles files() {
    String url = "s3://freshet/stage-" + STAGES.incrementAndGet();
    return new S3StageFiles(client, S3Location.parse(url));
  }
}
